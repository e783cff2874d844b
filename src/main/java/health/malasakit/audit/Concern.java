package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A reason for the privacy officer to ask about a look at a record. */
public interface Concern {

  /** A stable code, for example {@code no_reason}; its words are {@code audit.concern.CODE}. */
  String code();

  /** Place on the page; 1 is first. */
  int order();

  /** The lines of those looks that are of this concern. */
  Set<UUID> among(OrganizationId organization, List<Look> looks);
}
