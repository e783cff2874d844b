package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitsToMove;
import health.malasakit.scheduling.book.Closure;
import health.malasakit.scheduling.book.Closures;
import health.malasakit.scheduling.book.Session;
import health.malasakit.scheduling.book.Sessions;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Puts together the page on which sessions and closures are set up. */
@Component
class SchedulePages {

  /** What is shown beside the schedule itself. */
  private record Asked(Map<String, String> typed, Errors errors, SchedulePage.Under under) {}

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Sessions sessions;
  private final Closures closures;
  private final VisitsToMove toMove;
  private final Faces faces;
  private final SchedulingWords sayings;
  private final Audit audit;

  SchedulePages(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      Sessions sessions,
      Closures closures,
      VisitsToMove toMove,
      Faces faces,
      SchedulingWords sayings,
      Audit audit) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.sessions = sessions;
    this.closures = closures;
    this.toMove = toMove;
    this.faces = faces;
    this.sayings = sayings;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  SchedulePage show(Site site) {
    return page(site, new Asked(Map.of(), Errors.NONE, SchedulePage.Under.NOT_ASKED));
  }

  @Transactional(readOnly = true)
  SchedulePage again(Site site, MultiValueMap<String, String> sent, Refused why) {
    var errors = Errors.NONE.and(why.field().orElse("opens"), why.sentence());
    return page(site, new Asked(typed(sent), errors, SchedulePage.Under.NOT_ASKED));
  }

  @Transactional
  SchedulePage under(Site site, MultiValueMap<String, String> sent, Closure closure) {
    var visits = toMove.under(closure);
    var names = faces.of(visits);
    audit.listed(
        site.organization(), "closure", visits.stream().map(Visit::patient).distinct().toList());
    var under =
        new SchedulePage.Under(
            true,
            visits.stream().map(visit -> line(visit, names)).toList(),
            visits.stream().map(visit -> visit.id().toString()).toList());
    return page(site, new Asked(typed(sent), Errors.NONE, under));
  }

  private String line(Visit visit, Faces.Names names) {
    var when = Moments.at(visit.time().from(), visit.time().zone());
    return names.closed(visit.patient())
        ? sayings.say("closure.under.closed", when, names.patient(visit.patient()))
        : sayings.say(
            "closure.under.line", when, names.patient(visit.patient()), names.type(visit));
  }

  private static Map<String, String> typed(MultiValueMap<String, String> sent) {
    return sent.toSingleValueMap().entrySet().stream()
        .filter(field -> !field.getKey().startsWith("_") && !field.getKey().equals("requestId"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private SchedulePage page(Site site, Asked asked) {
    var people =
        practitioners.of(site.organization()).stream().filter(Practitioner::active).toList();
    var kinds = types.of(site.organization()).stream().filter(VisitType::active).toList();
    var address = "/schedules/" + site.id();
    return new SchedulePage(
        site.id().toString(),
        site.name(),
        ZoneLabels.label(site.zone().orElseThrow()),
        Scopes.current().may(site.organization(), "schedule_templates", Verb.CREATE),
        sites.bookableInScope().stream()
            .filter(other -> !other.id().equals(site.id()))
            .map(other -> Choice.of("/schedules/" + other.id(), other.name()))
            .toList(),
        sessions.at(site).stream()
            .map(session ->
                new SchedulePage.Line(
                    weekday(session.when().weekday()),
                    what(session, people),
                    why(session, kinds),
                    address + "/sessions/" + session.id() + "/end"))
            .toList(),
        closures.at(site).stream()
            .map(closure ->
                new SchedulePage.Line(
                    "",
                    what(closure, people),
                    closure.reason(),
                    address + "/closures/" + closure.id() + "/end"))
            .toList(),
        Arrays.stream(DayOfWeek.values())
            .map(day -> Choice.of(String.valueOf(day.getValue()), weekday(day)))
            .toList(),
        people.stream().map(one -> Choice.of(one.id().toString(), one.name())).toList(),
        kinds.stream().map(type -> Choice.of(type.id().toString(), type.name())).toList(),
        asked.typed(),
        asked.errors(),
        asked.under());
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

  private String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, sayings.locale());
  }
}
