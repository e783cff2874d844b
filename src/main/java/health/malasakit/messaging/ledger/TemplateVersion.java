package health.malasakit.messaging.ledger;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Words that a clinic had.
 *
 * @param words empty where it went back to ours
 */
public record TemplateVersion(String words, Optional<AccountId> by, Instant at) {}
