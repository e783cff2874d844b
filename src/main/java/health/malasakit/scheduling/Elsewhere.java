package health.malasakit.scheduling;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same practitioner in the books of several clinics. Each clinic's book protects itself alone;
 * across them there is only a warning.
 */
@Component
public class Elsewhere {

  private final Practitioners practitioners;
  private final Occupancy occupancy;

  Elsewhere(Practitioners practitioners, Occupancy occupancy) {
    this.practitioners = practitioners;
    this.occupancy = occupancy;
  }

  /** Sentences for the person who books, where she works for the other clinic as well. */
  @Transactional(readOnly = true)
  public List<String> warnings(Practitioner one, VisitTime time) {
    var warnings = new ArrayList<String>();
    if (!one.npiVerified()) {
      return warnings;
    }
    for (OrganizationId clinic : Scopes.current().organizations()) {
      if (!clinic.equals(one.organization()) && busy(clinic, one, time)) {
        warnings.add(Sentences.of("scheduling.elsewhere", one.name()));
      }
    }
    return warnings;
  }

  private boolean busy(OrganizationId clinic, Practitioner one, VisitTime time) {
    var same =
        practitioners.byNpi(clinic, one.details().npi()).stream()
            .map(other -> Bookable.practitioner(other.id()))
            .toList();
    return !occupancy.taken(clinic, same, time.stretch()).isEmpty();
  }
}
