package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Says what is told of visits, asked at the moment of sending; the module that owns them answers.
 */
public interface VisitsTold {

  /** Those of these that are there; in few questions, however many they are. */
  Map<UUID, VisitTold> of(OrganizationId organization, Collection<UUID> visits);

  /** A visit, and a number or an e-mail. */
  record Ear(UUID visit, String numberOrEmail) {

    @Override
    public String toString() {
      return "Ear[" + visit + "]";
    }
  }

  /** Whether one may hear of the visit. */
  enum Hears {
    ALWAYS,
    NEVER,
    /** At some hours: {@link #mayBeTold} says at which. */
    AT_HOURS
  }

  /** Whether each of these may, as it is now; in one question, and the database decides. */
  Map<Ear, Hears> hear(OrganizationId organization, List<Ear> all);

  /**
   * The first of these moments at which this number or e-mail may hear of the visit; the database
   * decides.
   */
  Optional<Instant> mayBeTold(
      OrganizationId organization, UUID visit, String numberOrEmail, List<Instant> moments);

  /** The next visits of a clinic that stand, the earliest first; so many at most. */
  List<VisitTold> coming(OrganizationId organization, int most);
}
