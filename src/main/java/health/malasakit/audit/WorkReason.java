package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A kind of work that explains why a record was opened: a call, an item, a visit. */
public interface WorkReason {

  /** So near such work is to be: before the look or after it. */
  Duration WITHIN = Duration.ofDays(1);

  /** Which of these looks had such work of that patient near them; one question for all of them. */
  Set<UUID> explained(OrganizationId organization, List<Look> looks);
}
