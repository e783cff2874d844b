package health.malasakit.scheduling.web;

import health.malasakit.access.Accounts;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Site;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.DayBook;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.ui.Me;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands in a day as cards: visits, holds, busy and open time. */
@Component
class DayStands {

  private static final Optional<DayPage.Alike> NOBODY = Optional.empty();

  private final Accounts accounts;
  private final SchedulingWords sayings;

  DayStands(Accounts accounts, SchedulingWords sayings) {
    this.accounts = accounts;
    this.sayings = sayings;
  }

  /** What a card needs to know besides itself. */
  record Beside(Practitioner one, Site site, Faces.Names names, DayFrame frame) {}

  DayPage.Stand stand(DayBook.Stands stands, Beside beside) {
    var frame = beside.frame();
    int from = frame.from(stands);
    int rows = frame.rows(stands);
    var time = frame.hour(stands.from());
    return switch (stands) {
      case DayBook.Stands.Visiting(Visit visit) -> visiting(visit, beside, from, rows);
      case DayBook.Stands.Held(var hold) ->
          new DayPage.Stand(
              "held",
              "",
              from,
              rows,
              time,
              Me.initialsOf(accounts.nameOf(hold.by())),
              sayings.say("day.held", frame.hour(hold.until())),
              "",
              "",
              NOBODY,
              "",
              "",
              hold.until().toString());
      case DayBook.Stands.Busy busy ->
          new DayPage.Stand("busy", "", from, rows, time, "", "", "", "", NOBODY, "", "", "");
      case DayBook.Stands.Off off ->
          new DayPage.Stand("off", "", from, rows, time, "", "", "", "", NOBODY, "", "", "");
      case DayBook.Stands.Shut shut ->
          new DayPage.Stand(
              "shut", "", from, rows, time, "", shut.reason(), "", "", NOBODY, "", "", "");
      case DayBook.Stands.Open open ->
          new DayPage.Stand(
              "open", "", from, rows, time, "", "", "", openings(open, beside), NOBODY, "", "", "");
    };
  }

  private static String openings(DayBook.Stands.Open open, Beside beside) {
    var date = LocalDate.ofInstant(open.from(), beside.frame().zone());
    return "/openings?practitioner=%s&site=%s&from=%s&after=%s"
        .formatted(beside.one().id(), beside.site().id(), date, open.from().minusSeconds(1));
  }

  private DayPage.Stand visiting(Visit visit, Beside beside, int from, int rows) {
    var names = beside.names();
    return new DayPage.Stand(
        "visit",
        look(visit.status()),
        from,
        rows,
        beside.frame().hour(visit.time().from()),
        names.patient(visit),
        names.openly(visit, () -> names.type(visit)),
        word(visit, names),
        "/visits/" + visit.id(),
        names.sameName(visit).map(pair -> alike(pair)),
        names.openly(visit, () -> visit.confidential() ? sayings.say("confidential.word") : ""),
        names.openly(visit, () -> Meetings.apart(names.meets(visit))),
        "");
  }

  private DayPage.Alike alike(Faces.Pair pair) {
    return new DayPage.Alike(
        sayings.say("day.alike.born", born(pair.her())),
        sayings.say("day.alike", pair.other().name(), born(pair.other())));
  }

  private String born(PatientCard card) {
    return card.birthDate()
        .map(date -> date.format(DateTimeFormatter.ofPattern("d MMM uuuu", sayings.locale())))
        .orElse("?");
  }

  private static String look(VisitStatus status) {
    return switch (status) {
      case VisitStatus.Booked booked -> "";
      case VisitStatus.Arrived arrived -> "visit-arrived";
      case VisitStatus.Done done -> "visit-done";
      case VisitStatus.Missed missed -> "visit-missed";
      case VisitStatus.Cancelled cancelled -> "visit-missed";
    };
  }

  /** Nothing while it is as everybody expects. */
  private String word(Visit visit, Faces.Names names) {
    if (visit.status() instanceof VisitStatus.Booked) {
      return names.openly(
          visit,
          () ->
              names.confirmed(visit).isPresent()
                  ? sayings.say("answers.confirmed").toLowerCase(sayings.locale())
                  : "");
    }
    return sayings.say("status." + visit.status().code()).toLowerCase(sayings.locale());
  }
}
