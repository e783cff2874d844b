package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says who is told, asked at the moment of sending; the module that knows patients answers. */
public interface Recipients {

  /** Those of these that are there; in few questions, however many they are. */
  Map<PatientId, Recipient> of(OrganizationId organization, Collection<PatientId> patients);

  /** Who may be reached there, in one question: those who have it on file, and perhaps others. */
  List<PatientId> at(OrganizationId organization, Collection<Recipient.Place> places);
}
