package health.malasakit.access.records;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Says which patients are the reader herself or of her household; patients answers it. */
public interface OwnRecord {

  /** What a patient and the reader have in common. */
  enum Likeness {
    /** Same family name, given name and birth date: herself. */
    SAME_PERSON,
    SAME_ADDRESS,
    SAME_PHONE,
    /** Not enough to keep the record closed, but the privacy officer sees it. */
    SAME_FAMILY_NAME;

    /** Whether the record stays closed for this reader. */
    boolean closes() {
      return this != SAME_FAMILY_NAME;
    }
  }

  /** What each of these patients has in common with the reader; those with nothing are missing. */
  Map<PatientId, Set<Likeness>> likenesses(
      OrganizationId organization, Collection<PatientId> patients, StaffProfile reader);
}
