package health.malasakit.inquiries.outbound.web;

import health.malasakit.kernel.ZoneLabels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.ZoneByZip;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.ui.Choice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** In which zone a patient probably is: her ZIP proposes one, a person asks her and says it. */
@Component
class PatientZones {

  private static final Set<ContactUse> NO_HOME = Set.of(ContactUse.FORMER, ContactUse.MAILING);

  private final ObjectProvider<ZoneByZip> byZip;

  PatientZones(ObjectProvider<ZoneByZip> byZip) {
    this.byZip = byZip;
  }

  CallBackPage.Zones of(Patient patient, Instant now) {
    var proposed =
        patient.facts().addresses().stream()
            .filter(one -> !NO_HOME.contains(one.use()) && !one.postalCode().isBlank())
            .flatMap(
                one -> byZip.stream().flatMap(zips -> zips.proposed(one.postalCode()).stream()))
            .findFirst()
            .map(ZoneId::getId)
            .orElse("");
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
