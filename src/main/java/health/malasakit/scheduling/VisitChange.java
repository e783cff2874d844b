package health.malasakit.scheduling;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A line of a visit's history.
 *
 * @param by empty for a job
 * @param act {@code booked}, {@code moved}, {@code taken back} and so on
 * @param local the visit's time on the clinic's wall after the act
 * @param reason in the words of who did it; empty where none is asked
 */
public record VisitChange(
    Instant at,
    Optional<AccountId> by,
    String act,
    int version,
    LocalDateTime local,
    ZoneId zone,
    String reason) {}
