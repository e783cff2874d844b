package health.malasakit.scheduling.web;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Site;
import health.malasakit.directory.VisitType;
import health.malasakit.kernel.Moments;
import health.malasakit.scheduling.book.Closure;
import health.malasakit.scheduling.book.Closures;
import health.malasakit.scheduling.book.Session;
import health.malasakit.scheduling.book.Sessions;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says the sessions and closures of a site, one line each. */
@Component
class ScheduleLines {

  private final Sessions sessions;
  private final Closures closures;
  private final SchedulingWords sayings;

  ScheduleLines(Sessions sessions, Closures closures, SchedulingWords sayings) {
    this.sessions = sessions;
    this.closures = closures;
    this.sayings = sayings;
  }

  List<SchedulePage.Line> sessions(Site site, List<Practitioner> people, List<VisitType> kinds) {
    return sessions.at(site).stream()
        .map(session ->
            new SchedulePage.Line(
                weekday(session.when().weekday()),
                what(session, people),
                why(session, kinds),
                "/schedules/" + site.id() + "/sessions/" + session.id() + "/end"))
        .toList();
  }

  List<SchedulePage.Line> closures(Site site, List<Practitioner> people) {
    return closures.at(site).stream()
        .map(closure ->
            new SchedulePage.Line(
                "",
                what(closure, people),
                closure.reason(),
                "/schedules/" + site.id() + "/closures/" + closure.id() + "/end"))
        .toList();
  }

  private String what(Session session, List<Practitioner> people) {
    var when = session.when();
    var who =
        people.stream()
            .filter(one -> one.id().equals(session.practitioner()))
            .map(Practitioner::name)
            .findFirst()
            .orElse("");
    return sayings.say("session.line", when.opens().toString(), when.closes().toString(), who);
  }

  private String why(Session session, List<VisitType> kinds) {
    var names =
        kinds.stream()
            .filter(type -> session.types().contains(type.id()))
            .map(VisitType::name)
            .collect(Collectors.joining(", "));
    var from = Moments.dated(session.when().from());
    return session
        .when()
        .to()
        .map(to -> sayings.say("session.why.until", names, from, Moments.dated(to)))
        .orElseGet(() -> sayings.say("session.why", names, from));
  }

  private String what(Closure closure, List<Practitioner> people) {
    var who =
        closure
            .practitioner()
            .flatMap(id -> people.stream().filter(one -> one.id().equals(id)).findFirst())
            .map(Practitioner::name)
            .orElseGet(() -> sayings.say("closure.whole"));
    var from = closure.when().from();
    var to = closure.when().to();
    return sayings.say(
        "closure.line",
        who,
        Moments.dated(from.toLocalDate()),
        from.toLocalTime().toString(),
        Moments.dated(to.toLocalDate()),
        to.toLocalTime().toString());
  }

  String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, sayings.locale());
  }
}
