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
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.DayOfWeek;
import java.util.Arrays;
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
  private final ScheduleLines lines;
  private final VisitsToMove toMove;
  private final Faces faces;
  private final SchedulingWords sayings;
  private final Audit audit;

  SchedulePages(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      ScheduleLines lines,
      VisitsToMove toMove,
      Faces faces,
      SchedulingWords sayings,
      Audit audit) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.lines = lines;
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
    return names.closed(visit)
        ? sayings.say("closure.under.closed", when, names.patient(visit))
        : sayings.say("closure.under.line", when, names.patient(visit), names.type(visit));
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
    return new SchedulePage(
        site.id().toString(),
        site.name(),
        ZoneLabels.label(site.zone().orElseThrow()),
        Scopes.current().may(site.organization(), "schedule_templates", Verb.CREATE),
        sites.bookableInScope().stream()
            .filter(other -> !other.id().equals(site.id()))
            .map(other -> Choice.of("/schedules/" + other.id(), other.name()))
            .toList(),
        lines.sessions(site, people, kinds),
        lines.closures(site, people),
        Arrays.stream(DayOfWeek.values())
            .map(day -> Choice.of(String.valueOf(day.getValue()), lines.weekday(day)))
            .toList(),
        people.stream().map(one -> Choice.of(one.id().toString(), one.name())).toList(),
        kinds.stream().map(type -> Choice.of(type.id().toString(), type.name())).toList(),
        asked.typed(),
        asked.errors(),
        asked.under());
  }
}
