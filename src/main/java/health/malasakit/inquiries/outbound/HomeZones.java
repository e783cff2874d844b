package health.malasakit.inquiries.outbound;

import health.malasakit.patients.Patient;
import health.malasakit.patients.ZoneByZip;
import health.malasakit.patients.person.ContactUse;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** In which zone a patient probably lives. */
@Component
public class HomeZones {

  private static final Set<ContactUse> NO_HOME = Set.of(ContactUse.FORMER, ContactUse.MAILING);

  private final ObjectProvider<ZoneByZip> byZip;

  HomeZones(ObjectProvider<ZoneByZip> byZip) {
    this.byZip = byZip;
  }

  /** As she said it, else as her ZIP proposes; empty when neither says anything. */
  Optional<ZoneId> likely(Patient patient) {
    return patient.facts().zone().or(() -> proposed(patient));
  }

  /** What the ZIP of her home proposes. */
  public Optional<ZoneId> proposed(Patient patient) {
    return patient.facts().addresses().stream()
        .filter(one -> !NO_HOME.contains(one.use()) && !one.postalCode().isBlank())
        .flatMap(one -> byZip.stream().flatMap(zips -> zips.proposed(one.postalCode()).stream()))
        .findFirst();
  }
}
