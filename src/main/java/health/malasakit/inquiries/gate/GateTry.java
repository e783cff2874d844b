package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a caller was asked who she is.
 *
 * @param number counts from one within the call
 * @param outcome code: booking, hearing, payment, record, contact, no_match, several, not_needed,
 *     party, too_many
 */
record GateTry(
    OrganizationId organization,
    CallId call,
    int number,
    CallerKind caller,
    List<Fact> asked,
    List<Fact> matched,
    String outcome,
    Optional<PatientId> patient,
    AccountId by,
    Instant at) {

  static final String NO_MATCH = "no_match";
  static final String SEVERAL = "several";

  /** The organization that rings is the one it says; of whom it asks is compared next. */
  static final String PARTY = "party";

  /** Not compared: too many answers before it did not match. */
  static final String TOO_MANY = "too_many";

  static final String NOT_NEEDED = "not_needed";

  boolean failed() {
    return outcome.equals(NO_MATCH);
  }
}
