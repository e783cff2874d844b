package health.malasakit.patients;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whose facts are being written, on whose word, and when. */
record Whose(
    OrganizationId organization,
    PatientId patient,
    String source,
    Instant at,
    Optional<AccountId> by,
    Optional<UUID> importId) {

  /** On the word of whoever asks. */
  static Whose now(OrganizationId organization, PatientId patient, String source, Instant at) {
    return new Whose(
        organization, patient, source, at, Scopes.current().account(), Optional.empty());
  }

  /** On the word of a file. */
  Whose from(ImportSource file) {
    return new Whose(organization, patient, file.system(), at, by, Optional.of(file.importId()));
  }
}
