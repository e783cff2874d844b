package health.malasakit.scheduling.web;

import health.malasakit.access.Accounts;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.licence.Licences;
import health.malasakit.ui.When;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

/** Puts together the page of one visit. */
@Component
class VisitPages {

  private final Visits visits;
  private final KeepWords keeping;
  private final Faces faces;
  private final Accounts accounts;
  private final Meetings meetings;
  private final VisitCover cover;
  private final SchedulingWords sayings;
  private final Clock clock;

  VisitPages(
      Visits visits,
      KeepWords keeping,
      Faces faces,
      Accounts accounts,
      Meetings meetings,
      VisitCover cover,
      SchedulingWords sayings,
      Clock clock) {
    this.visits = visits;
    this.keeping = keeping;
    this.faces = faces;
    this.accounts = accounts;
    this.meetings = meetings;
    this.cover = cover;
    this.sayings = sayings;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  VisitPage show(Visit visit, boolean readBack) {
    var names = faces.of(List.of(visit));
    var time = visit.time();
    var hers = faces.zoneOf(visit.organization(), visit.patient());
    var patient = names.patient(visit);
    var meeting = meeting(visit, names);
    var history = visits.history(visit);
    boolean died = names.died(visit.patient());
    return new VisitPage(
        new Whereabouts(visit.organization(), List.of(time.zone()), hers),
        visit.id().toString(),
        visit.version(),
        sayings.say("visit.of", patient),
        what(visit, names),
        stillToCome(visit) && !died ? meetings.where(meeting) : meetings.whereItWas(meeting),
        When.of(time.from(), time.zone(), hers.orElse(time.zone()), Scopes.current().zone()),
        status(visit, names),
        stillToCome(visit) ? faces.beside(visit) : List.of(),
        readBack ? readBack(visit, meeting, names) : "",
        readBackTitle(history),
        visit.patient().toString(),
        readBack ? rightAfter(visit, names) : "",
        "/days/" + visit.site() + "/" + time.date(),
        may(visit, died),
        keeping.of(visit),
        cover.thatDay(visit),
        video(visit),
        died,
        sayings.choices("whose", CancelledBy.class),
        sayings.say("visit.cancel", patient, Moments.at(time.from(), time.zone())),
        history.stream().map(this::line).toList());
  }

  private Optional<VisitPage.Video> video(Visit visit) {
    boolean may = visit.status() instanceof VisitStatus.Booked;
    return meetings
        .form(visit)
        .map(form ->
            new VisitPage.Video(
                form.state().isEmpty() ? "" : Licences.named(form.state()), form, may));
  }

  private boolean stillToCome(Visit visit) {
    return visit.status().takesTime()
        && !(visit.status() instanceof VisitStatus.Done)
        && visit.time().end().isAfter(clock.instant());
  }

  private String where(Visit visit, Faces.Names names) {
    var site = names.sites().get(visit.site());
    var address = site == null ? "" : site.address().shown();
    var name = names.site(visit.site());
    return address.isEmpty() ? name : sayings.say("visit.place", name, address);
  }

  private String what(Visit visit, Faces.Names names) {
    var with = names.practitioner(visit.place().practitioner());
    var minutes = String.valueOf(visit.time().length().toMinutes());
    return with.isEmpty()
        ? sayings.say("visit.what", names.type(visit), minutes)
        : sayings.say("visit.what.with", names.type(visit), minutes, with);
  }

  private Meetings.Meeting meeting(Visit visit, Faces.Names names) {
    return new Meetings.Meeting(
        names.meets(visit),
        visit.organization(),
        visit.patient(),
        visit.time().from(),
        where(visit, names),
        names.practitioner(visit.place().practitioner()),
        visit.confidential(),
        meetings.said(visit));
  }

  /** Day, date, clinic time, place or number, what to bring. */
  private String readBack(Visit visit, Meetings.Meeting meeting, Faces.Names names) {
    var preparation =
        visit.place().type().map(names.types()::get).map(type -> type.details().preparation());
    return meetings.said(meeting, visit.time().start(), preparation.orElse(""));
  }

  /** Booked; or moved, and from when. */
  private String readBackTitle(List<VisitChange> newestFirst) {
    boolean moved = newestFirst.size() > 1 && newestFirst.getFirst().act().equals("moved");
    return moved
        ? sayings.say("read_back.moved", when(newestFirst.get(1)))
        : sayings.say("read_back");
  }

  /** Openings from its end on, with the same practitioner at the same place. */
  private static String rightAfter(Visit visit, Faces.Names names) {
    var asked = new LinkedMultiValueMap<String, String>();
    asked.add("type", names.type(visit));
    asked.add("site", visit.site().toString());
    visit.place().practitioner().ifPresent(one -> asked.add("practitioner", one.toString()));
    asked.add("from", visit.time().date().toString());
    asked.add("after", visit.time().end().minusSeconds(1).toString());
    return OpeningsForm.of(asked).address();
  }

  private VisitPage.Status status(Visit visit, Faces.Names names) {
    var zone = visit.time().zone();
    var word = sayings.say("status." + visit.status().code());
    return switch (visit.status()) {
      case VisitStatus.Booked booked ->
          new VisitPage.Status(
              word,
              "next",
              "calendar",
              names
                  .confirmed(visit)
                  .map(one ->
                      sayings.say(
                          "answers.confirmed." + one.channel().code(), Moments.at(one.at(), zone)))
                  .orElse(""));
      case VisitStatus.Arrived(var at) -> {
        var since = sayings.say("status.arrived.at", Moments.clock(at, zone));
        yield new VisitPage.Status(word, "done", "check", since);
      }
      case VisitStatus.Done done -> new VisitPage.Status(word, "done", "check-round", "");
      case VisitStatus.Missed missed -> new VisitPage.Status(word, "soon", "clock", "");
      case VisitStatus.Cancelled(var at, var by, var reason) -> {
        var whose = sayings.say("whose." + by.code()).toLowerCase(sayings.locale());
        var why = sayings.say("status.cancelled.by", whose, reason);
        yield new VisitPage.Status(word, "", "x", why);
      }
    };
  }

  private VisitPage.May may(Visit visit, boolean died) {
    if (visit.origin() == Visit.Origin.IMPORTED) {
      return new VisitPage.May(false, false, false, false, false, false);
    }
    var now = clock.instant();
    boolean begun = !now.isBefore(visit.time().from());
    boolean today = now.atZone(visit.time().zone()).toLocalDate().equals(visit.time().date());
    boolean over = !now.isBefore(visit.time().end());
    return switch (visit.status()) {
      case VisitStatus.Booked booked -> new VisitPage.May(today, begun, begun, !over, !died, false);
      case VisitStatus.Arrived arrived -> new VisitPage.May(false, true, false, true, false, true);
      case VisitStatus.Done done -> new VisitPage.May(false, false, false, false, false, true);
      case VisitStatus.Missed missed -> new VisitPage.May(false, false, false, false, false, true);
      case VisitStatus.Cancelled cancelled ->
          new VisitPage.May(false, false, false, false, false, true);
    };
  }

  private VisitPage.Line line(VisitChange change) {
    return new VisitPage.Line(
        sayings.say("act." + change.act().replace(' ', '_')),
        Moments.dated(change.at(), change.zone()),
        change.by().map(accounts::nameOf).orElseGet(() -> sayings.say("act.by_itself")),
        when(change),
        change.reason());
  }

  private String when(VisitChange change) {
    var local = change.local();
    return sayings.say(
        "act.when",
        Moments.dated(local.toLocalDate()),
        local.toLocalTime().toString(),
        ZoneLabels.label(change.zone()));
  }
}
