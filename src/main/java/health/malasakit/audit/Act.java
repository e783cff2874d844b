package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a person saw or did, to be written down. Ids and codes only.
 *
 * @param organization whose row it is
 * @param what for example {@code opened}, {@code changed}, {@code created}, {@code denied}
 * @param subject kind of thing, for example {@code patient}, {@code visit}
 * @param subjectId the thing; empty when there is none
 * @param patient the patient it is about; empty when about none
 * @param detail codes, names of fields, counts; never a value typed about a person
 */
public record Act(
    OrganizationId organization,
    String what,
    String subject,
    Optional<UUID> subjectId,
    Optional<PatientId> patient,
    String detail) {

  /** An act on a patient herself. */
  public static Act onPatient(OrganizationId organization, String what, PatientId patient) {
    return new Act(
        organization, what, "patient", Optional.of(patient.value()), Optional.of(patient), "");
  }

  /** An act on something that belongs to no patient. */
  public static Act on(OrganizationId organization, String what, String subject, UUID id) {
    return new Act(organization, what, subject, Optional.of(id), Optional.empty(), "");
  }

  /** The same act, on something that belongs to the patient and not on her herself. */
  public Act of(String thing, UUID id) {
    return new Act(organization, what, thing, Optional.of(id), patient, detail);
  }

  /** The same act with a detail: codes, names of fields, counts. */
  public Act with(String detail) {
    return new Act(organization, what, subject, subjectId, patient, detail);
  }
}
