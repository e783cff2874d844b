package health.malasakit.demo;

import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is to be known today: who runs late, what is closed. */
@Component
class Notes {

  private final Notices notices;

  Notes(Notices notices) {
    this.notices = notices;
  }

  void pin(MadeClinic clinic, Map<String, Site> sites, List<Doctor> doctors, Instant now) {
    for (var line : Lines.of("notices", clinic.slug())) {
      var until = now.plus(Duration.ofHours(Long.parseLong(line.get(3))));
      notices.add(
          clinic.id(),
          new Notice.Details(
              about(line.get(1), sites, doctors),
              line.get(4),
              now.minusSeconds(60),
              until,
              line.get(2).equals("yes")));
    }
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
