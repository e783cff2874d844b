package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says what is told of visits, asked at the moment of sending; the module that owns them answers.
 */
public interface VisitsTold {

  /** Those of these that are there; in few questions, however many they are. */
  Map<UUID, VisitTold> of(OrganizationId organization, Collection<UUID> visits);

  /** Whether this number or e-mail may hear of the visit at that moment; the database decides. */
  boolean mayBeTold(OrganizationId organization, UUID visit, String numberOrEmail, Instant at);

  /** The next visits of a clinic that stand, the earliest first; so many at most. */
  List<VisitTold> coming(OrganizationId organization, int most);
}
