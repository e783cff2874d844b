package health.malasakit.desk.privacy;

import health.malasakit.audit.Line;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.speaking.AgeOfMajority;
import health.malasakit.scheduling.ConfidentialVisits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of a patient's access list may be handed over. A minor's may be read by a parent, who hears
 * of no confidential visit, not even that there is one: so neither that visit nor the act that made
 * it confidential or open again is in it. She may be a minor when her birth date is unknown.
 */
@Component
class HandedOver {

  private static final Set<String> TELLS = Set.of("kept confidential", "made open");

  private final ConfidentialVisits visits;
  private final Clock clock;

  HandedOver(ConfidentialVisits visits, Clock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  /** Whether a parent may read this list. */
  boolean isMinors(ClinicAt clinic, @Nullable PatientCard card) {
    var today = LocalDate.ofInstant(clock.instant(), clinic.zone());
    return Optional.ofNullable(card)
        .flatMap(PatientCard::birthDate)
        .map(born -> AgeOfMajority.minorOn(born, today))
        .orElse(true);
  }

  /** Which lines of a minor's list leave the house. */
  Predicate<Line> ofMinor(ClinicAt clinic, PatientId patient) {
    var kept = visits.keptOf(clinic.id(), patient);
    return line -> !TELLS.contains(line.act()) && line.subjectId().filter(kept::contains).isEmpty();
  }
}
