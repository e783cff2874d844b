package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.PersonFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A patient with all her facts.
 *
 * @param version grows with each change; who edits says which version she saw
 * @param insuranceSaid in the caller's words, not checked; empty when nothing was said
 * @param sources where each field came from, by its name, for example {@code phone.home}
 * @param differences what the clinic should be told
 */
public record Patient(
    OrganizationId organization,
    PatientId id,
    int version,
    PersonFacts facts,
    List<Identifier> identifiers,
    Deceased deceased,
    Optional<SafeContact> safeContact,
    String insuranceSaid,
    Map<String, FactSource> sources,
    List<Difference> differences,
    Instant registeredAt) {

  /** The clinic's medical record number, when there is one. */
  public Optional<String> mrn() {
    return identifiers.stream()
        .filter(identifier -> identifier.kind() == Identifier.Kind.MRN)
        .map(Identifier::value)
        .findFirst();
  }

  @Override
  public String toString() {
    return "Patient[" + id + "]";
  }
}
