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
 * of no confidential visit, not even that there is one. So only what cannot tell of one is in it:
 * an act on a visit that is open to her family now, and what was done with her record apart from
 * visits. A time that was held and left, a list of a day's visits, her own numbers and her safe
 * contact stay. She may be a minor when her birth date is unknown.
 */
@Component
class HandedOver {

  private static final Set<String> TELLS = Set.of("kept confidential", "made open");
  private static final Set<String> HERS_ALONE = Set.of("own_channel", "safe_contact");
  private static final String VISITS_COUNTED = " to clinic";
  private static final Set<String> APART_FROM_VISITS =
      Set.of(
          "patient",
          "coverage",
          "representative",
          "court_order",
          "promise",
          "break_glass",
          "audit_log",
          "audit",
          "restricted",
          "search",
          "differences",
          "reviews");

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
    var open = visits.openOf(clinic.id(), patient);
    return line ->
        line.subject().equals("visit")
            ? line.subjectId().filter(open::contains).isPresent() && !TELLS.contains(line.act())
            : APART_FROM_VISITS.contains(line.subject()) && !tellsOfHersAlone(line.detail());
  }

  private static boolean tellsOfHersAlone(String detail) {
    return HERS_ALONE.contains(detail) || detail.endsWith(VISITS_COUNTED);
  }
}
