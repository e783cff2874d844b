package health.malasakit.patients.speaking;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.person.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * From which age a visit of a minor may be confidential, as a clinic has said.
 *
 * @param fromAge in whole years; empty: the clinic took its word back
 * @param covers which visits, in the clinic's words; empty with the age
 * @param saidBy who of the clinic said so, by name
 * @param saidOn clinic date
 */
public record MinorRule(Optional<Integer> fromAge, String covers, String saidBy, LocalDate saidOn) {

  /** The last at which anybody is a minor. */
  private static final int AGE_MAX = AgeOfMajority.YEARS - 1;

  /**
   * Refuses what says too little.
   *
   * @throws Refused invalid, with the field: codes {@code minors.age}, {@code minors.covers},
   *     {@code minors.said_by}
   */
  public MinorRule {
    covers = Written.line(covers);
    saidBy = Written.line(saidBy);
    if (fromAge.filter(age -> age < 0 || age > AGE_MAX).isPresent()) {
      throw Refused.invalid("minors.age").onField("age");
    }
    if (fromAge.isPresent() && covers.isEmpty()) {
      throw Refused.invalid("minors.covers").onField("covers");
    }
    if (saidBy.isEmpty()) {
      throw Refused.invalid("minors.said_by").onField("saidBy");
    }
    covers = fromAge.isPresent() ? covers : "";
  }

  /** As it was written down: a rule with who typed it and when. */
  public record Recorded(MinorRule rule, Instant at, Optional<AccountId> by) {}
}
