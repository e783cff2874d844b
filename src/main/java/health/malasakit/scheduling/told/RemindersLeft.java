package health.malasakit.scheduling.told;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Reminders of a clinic are planned anew, and there are visits left.
 *
 * @param after the last visit that is done
 * @param starts when it began as it was done; it may be moved since. Empty in what was said before
 *     that was said
 */
public record RemindersLeft(OrganizationId organization, UUID after, Optional<Instant> starts)
    implements OrganizationEvent {}
