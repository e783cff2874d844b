package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import java.time.Instant;

/**
 * A change of a promise.
 *
 * @param change made, accepted, passed, retimed, kept, withdrawn or reopened
 * @param owner who held it from then on
 * @param reason empty where none is asked for
 */
public record PromiseStep(
    String change, AccountId owner, Instant dueAt, AccountId by, Instant at, String reason) {}
