package health.malasakit.demo;

import health.malasakit.directory.Clinics;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is to be known today: who runs late, what is closed. */
@Component
class Notes {

  private record Shown(Instant from, Instant until) {}

  private final Notices notices;

  private final Clinics clinics;

  Notes(Notices notices, Clinics clinics) {
    this.notices = notices;
    this.clinics = clinics;
  }

  void pin(MadeClinic clinic, Map<String, Site> sites, List<Doctor> doctors, Instant now) {
    for (var line : Lines.of("notices", clinic.slug())) {
      var shown = line.get(3).equals("close") ? untilClosing(clinic, now) : hours(line.get(3), now);
      notices.add(
          clinic.id(),
          new Notice.Details(
              about(line.get(1), sites, doctors),
              line.get(4),
              shown.from(),
              shown.until(),
              line.get(2).equals("yes")));
    }
  }

  private static Shown hours(String count, Instant now) {
    return new Shown(now.minusSeconds(60), now.plus(Duration.ofHours(Long.parseLong(count))));
  }

  /** The day of work that runs, or when it is over the next one. */
  private Shown untilClosing(MadeClinic made, Instant now) {
    var clinic = clinics.get(made.id());
    var today = LocalDate.ofInstant(now, made.zone());
    var closing = clinic.lastClosing(today).filter(now::isBefore);
    if (closing.isPresent()) {
      return new Shown(now.minusSeconds(60), closing.get());
    }
    var opening = clinic.nextOpening(now).orElseThrow();
    var date = LocalDate.ofInstant(opening, made.zone());
    return new Shown(
        date.atStartOfDay(made.zone()).toInstant(), clinic.lastClosing(date).orElseThrow());
  }

  private static Notice.About about(String cell, Map<String, Site> sites, List<Doctor> doctors) {
    if (cell.equals("clinic")) {
      return new Notice.About.WholeClinic();
    }
    return Optional.ofNullable(sites.get(cell))
        .<Notice.About>map(site -> new Notice.About.AtSite(site.id()))
        .orElseGet(() -> new Notice.About.OfPractitioner(named(cell, doctors).id()));
  }

  private static Doctor named(String family, List<Doctor> doctors) {
    return doctors.stream()
        .filter(doctor -> doctor.family().equals(family))
        .findFirst()
        .orElseThrow();
  }
}
