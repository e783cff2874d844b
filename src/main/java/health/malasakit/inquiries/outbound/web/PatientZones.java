package health.malasakit.inquiries.outbound.web;

import health.malasakit.inquiries.outbound.HomeZones;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.patients.Patient;
import health.malasakit.ui.Choice;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** In which zone a patient probably is: her ZIP proposes one, a person asks her and says it. */
@Component
class PatientZones {

  private final HomeZones homes;

  PatientZones(HomeZones homes) {
    this.homes = homes;
  }

  CallBackPage.Zones of(Patient patient, Instant now) {
    var proposed = homes.proposed(patient).map(ZoneId::getId).orElse("");
    return new CallBackPage.Zones(
        ZoneLabels.listed().stream()
            .map(zone -> Choice.of(zone.getId(), label(zone, now)))
            .toList(),
        proposed);
  }

  private static String label(ZoneId zone, Instant now) {
    return ZoneLabels.abbreviation(zone, now)
        .map(letters -> ZoneLabels.label(zone) + " (" + letters + ")")
        .orElse(ZoneLabels.label(zone));
  }
}
