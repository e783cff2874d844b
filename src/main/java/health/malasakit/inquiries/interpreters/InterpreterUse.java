package health.malasakit.inquiries.interpreters;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An interpreter in a call, or why there was none. */
public record InterpreterUse(
    OrganizationId organization,
    UUID id,
    CallId call,
    Asked asked,
    Outcome outcome,
    AccountId by,
    Instant at) {

  /** What came of it. */
  public sealed interface Outcome {

    /** She was on the line; the end is empty while she is, or when nobody said. */
    record Connected(Instant since, Optional<Instant> until) implements Outcome {}

    record None(Declined why) implements Outcome {}
  }

  /** Whether she is on the line, as far as is known. */
  public boolean open() {
    return outcome instanceof Outcome.Connected(var since, var until) && until.isEmpty();
  }
}
