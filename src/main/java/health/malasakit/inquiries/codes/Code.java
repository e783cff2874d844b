package health.malasakit.inquiries.codes;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.texts.TextId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A code that was texted during a call. It counts in this call, for this patient, while this person
 * speaks with her.
 *
 * @param number counts from one within the call
 * @param ending last two digits of the number it went to
 * @param mark stands for the digits, which stand nowhere
 */
record Code(
    OrganizationId organization,
    UUID id,
    CallId call,
    PatientId patient,
    AccountId by,
    int number,
    TextId text,
    String ending,
    String mark,
    Instant madeAt,
    Instant endsAt,
    int tries,
    State state) {

  static final int TRIES_MAX = 3;

  /** Where it stands. */
  enum State {
    OPEN,
    MATCHED,
    /** Three answers were not it. */
    FAILED,
    /** A newer one counts. */
    REPLACED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  boolean ended(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** What an answer makes of it. */
  Code answered(boolean right) {
    int next = tries + 1;
    var stands = right ? State.MATCHED : next >= TRIES_MAX ? State.FAILED : State.OPEN;
    return new Code(
        organization,
        id,
        call,
        patient,
        by,
        number,
        text,
        ending,
        mark,
        madeAt,
        endsAt,
        next,
        stands);
  }

  /** Where a mark of its digits belongs. */
  static String place(UUID id) {
    return "code/" + id;
  }

  @Override
  public String toString() {
    return "Code[" + id + "]";
  }
}
