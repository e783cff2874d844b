package health.malasakit.scheduling;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A demand for the same time of several people and things at once: all of it or nothing.
 *
 * @param holder a hold, or a visit
 * @param beside the visit it is for, which it may overlap while it moves
 * @param patientBeside the same, or what the patient's other visit has, where the two may overlap
 * @param until when it is a hold, its end
 */
record Claim(
    OrganizationId organization,
    UUID holder,
    UUID beside,
    UUID patientBeside,
    Stretch when,
    List<Bookable> what,
    Optional<Instant> until) {

  Claim {
    what = what.stream().distinct().sorted().toList();
  }

  /** Whether something that is taken stands in the way of this. */
  boolean blockedBy(Taken taken) {
    boolean ofPatient = taken.what().kind() == Bookable.Kind.PATIENT;
    return what.contains(taken.what())
        && taken.when().overlaps(when)
        && !taken.beside().equals(ofPatient ? patientBeside : beside);
  }
}
