package health.malasakit.messaging.ledger;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * One state that a line came to stand in.
 *
 * @param state as the ledger has it; {@code settled} where a person saw to it
 * @param reason code; of what was settled, how
 * @param by empty for the program and the carrier
 * @param proof as the gateway names what it took; the Message-ID of an e-mail
 */
public record EntryStep(
    EntryId entry, String state, String reason, Instant at, Optional<AccountId> by, String proof) {}
