package health.malasakit.scheduling.web;

import health.malasakit.access.Accounts;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together the page of one visit. */
@Component
class VisitPages {

  private final Visits visits;
  private final Faces faces;
  private final Accounts accounts;
  private final Clock clock;

  VisitPages(Visits visits, Faces faces, Accounts accounts, Clock clock) {
    this.visits = visits;
    this.faces = faces;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  VisitPage show(Visit visit, boolean readBack) {
    faces.mayOpen(visit);
    var names = faces.of(List.of(visit));
    var time = visit.time();
    var hers = faces.zoneOf(visit.organization(), visit.patient(), time.zone());
    var patient = names.patient(visit.patient());
    var site = names.sites().get(visit.site());
    var address = site == null ? "" : site.address().shown();
    var where = names.site(visit.site()) + (address.isEmpty() ? "" : ", " + address);
    return new VisitPage(
        visit.id().toString(),
        visit.version(),
        "Visit of " + patient,
        what(visit, names),
        where,
        When.of(time.from(), time.zone(), hers, Scopes.current().zone()),
        status(visit),
        readBack ? readBack(visit, where, names) : "",
        visit.patient().toString(),
        "/days/" + visit.site() + "/" + time.date(),
        may(visit),
        whose(),
        "Cancel the visit of %s on %s?".formatted(patient, Moments.at(time.from(), time.zone())),
        visits.history(visit).stream().map(change -> line(change)).toList());
  }

  private static String what(Visit visit, Faces.Names names) {
    var with = names.practitioner(visit.place().practitioner());
    return names.type(visit)
        + ", "
        + visit.time().length().toMinutes()
        + " minutes"
        + (with.isEmpty() ? "" : ", with " + with);
  }

  /** Day, date, clinic time, place, what to bring. */
  private static String readBack(Visit visit, String where, Faces.Names names) {
    var preparation =
        visit.place().type().map(names.types()::get).map(type -> type.details().preparation());
    var zone = Moments.hour(visit.time().from(), visit.time().zone());
    return "%s (%s the clinic's time), at %s. %s"
        .formatted(SpokenTime.whole(visit.time().start()), zone, where, preparation.orElse(""))
        .strip();
  }

  private static VisitPage.Status status(Visit visit) {
    var zone = visit.time().zone();
    return switch (visit.status()) {
      case VisitStatus.Booked booked -> new VisitPage.Status("Booked", "next", "calendar", "");
      case VisitStatus.Arrived(var at) ->
          new VisitPage.Status("Arrived", "done", "check", "at " + Moments.clock(at, zone));
      case VisitStatus.Done done -> new VisitPage.Status("Done", "done", "check-round", "");
      case VisitStatus.Missed missed -> new VisitPage.Status("Did not come", "soon", "clock", "");
      case VisitStatus.Cancelled(var at, var by, var reason) ->
          new VisitPage.Status("Cancelled", "", "x", "by the " + by.code() + ": " + reason);
    };
  }

  private VisitPage.May may(Visit visit) {
    if (visit.origin() == Visit.Origin.IMPORTED) {
      return new VisitPage.May(false, false, false, false, false, false);
    }
    var now = clock.instant();
    boolean begun = !now.isBefore(visit.time().from());
    boolean today = now.atZone(visit.time().zone()).toLocalDate().equals(visit.time().date());
    boolean over = !now.isBefore(visit.time().end());
    return switch (visit.status()) {
      case VisitStatus.Booked booked -> new VisitPage.May(today, begun, begun, !over, true, false);
      case VisitStatus.Arrived arrived -> new VisitPage.May(false, true, false, true, false, true);
      case VisitStatus.Done done -> new VisitPage.May(false, false, false, false, false, true);
      case VisitStatus.Missed missed -> new VisitPage.May(false, false, false, false, false, true);
      case VisitStatus.Cancelled cancelled ->
          new VisitPage.May(false, false, false, false, false, true);
    };
  }

  private static List<Choice> whose() {
    return Arrays.stream(CancelledBy.values())
        .map(who -> Choice.of(who.code(), who.name().charAt(0) + who.code().substring(1)))
        .toList();
  }

  private VisitPage.Line line(VisitChange change) {
    var zone = change.zone();
    return new VisitPage.Line(
        change.act().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + change.act().substring(1),
        Moments.dated(change.at(), zone),
        change.by().map(accounts::nameOf).orElse("Malasakit"),
        Moments.dated(change.local().toLocalDate()) + ", " + change.local().toLocalTime(),
        change.reason());
  }
}
