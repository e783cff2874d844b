package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Audited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.DayBook;
import health.malasakit.scheduling.Days;
import health.malasakit.scheduling.Visit;
import health.malasakit.ui.Csv;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The visits of a day at a site as a file, unless the clinic has switched that off. */
@Controller
class DayCsvController {

  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Sites sites;
  private final Clinics clinics;
  private final Days days;
  private final Faces faces;
  private final Audit audit;
  private final SchedulingWords sayings;
  private final Clock clock;

  DayCsvController(
      Sites sites,
      Clinics clinics,
      Days days,
      Faces faces,
      Audit audit,
      SchedulingWords sayings,
      Clock clock) {
    this.sites = sites;
    this.clinics = clinics;
    this.days = days;
    this.faces = faces;
    this.audit = audit;
    this.sayings = sayings;
    this.clock = clock;
  }

  @GetMapping("/days/{site}/{date}/visits.csv")
  @Needs(
      object = "appointments",
      verb = Verb.READ,
      also = @Needs.Also(object = "bulk_export", verb = Verb.CREATE))
  @Audited("listed day as a file")
  @Transactional
  public ResponseEntity<byte[]> visits(@PathVariable String site, @PathVariable String date) {
    Site at = sites.get(SiteId.of(site));
    clinics.requireAllowed(at.organization(), Clinic.Export.CSV);
    ZoneId zone = at.zone().orElseThrow(() -> Refused.conflict("site.no_zone/this"));
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate day = SpokenDate.parse(date, today).date();
    List<Visit> visits = visits(days.of(at, day));
    var names = faces.of(visits);
    audit.listed(at.organization(), "day as a file", names.patients().keySet());
    var csv = new Csv(heads());
    visits.forEach(visit -> csv.row(cells(visit, zone, names)));
    return csv.named("day-" + day);
  }

  private String[] heads() {
    return List.of(
            "start",
            "end",
            "zone",
            "start_utc",
            "practitioner",
            "patient",
            "visit",
            "meets",
            "state",
            "confidential")
        .stream()
        .map(head -> sayings.say("csv." + head))
        .toArray(String[]::new);
  }

  private String[] cells(Visit visit, ZoneId zone, Faces.Names names) {
    return new String[] {
      wall(visit.time().from(), zone),
      wall(visit.time().end(), zone),
      zone.getId(),
      visit.time().from().toString(),
      names.practitioner(visit.place().practitioner()),
      names.patient(visit),
      names.openly(visit, () -> names.type(visit)),
      names.openly(visit, () -> sayings.say("meets." + names.meets(visit).code())),
      sayings.say("status." + visit.status().code()),
      names.openly(visit, () -> visit.confidential() ? sayings.say("confidential.word") : "")
    };
  }

  private static String wall(Instant at, ZoneId zone) {
    return WALL.format(at.atZone(zone));
  }

  private static List<Visit> visits(DayBook day) {
    return day.columns().stream()
        .flatMap(column -> column.stands().stream())
        .flatMap(stands ->
            stands instanceof DayBook.Stands.Visiting(Visit visit)
                ? java.util.stream.Stream.of(visit)
                : java.util.stream.Stream.empty())
        .sorted(java.util.Comparator.comparing(visit -> visit.time().from()))
        .toList();
  }
}
