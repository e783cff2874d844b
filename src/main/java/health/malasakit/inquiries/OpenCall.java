package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A call that somebody has yet to write up, or on which somebody may still be, at whatever clinic.
 *
 * @param since when she began to speak, the caller to wait, or she to write
 */
public record OpenCall(
    AccountId owner, OrganizationId organization, CallId call, CallState state, Instant since) {

  /** On which of her calls she speaks: of two that both say so, the latest. */
  public static Optional<OpenCall> spoken(Collection<OpenCall> hers) {
    return hers.stream()
        .filter(one -> one.state() == CallState.TALKING)
        .max(Comparator.comparing(OpenCall::since).thenComparing(one -> one.call().toString()));
  }
}
