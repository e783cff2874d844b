package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the audit, as it was written.
 *
 * @param actor {@code person}, or the name of the job
 * @param country ISO 3166 alpha-2 of where she worked from
 * @param task what she was doing: route, call or item
 */
public record Line(
    OrganizationId organization,
    UUID id,
    Instant at,
    Optional<AccountId> account,
    String actor,
    String country,
    String task,
    String act,
    String subject,
    Optional<UUID> subjectId,
    Optional<PatientId> patient,
    String detail) {

  @Override
  public String toString() {
    return "Line[" + id + "]";
  }
}
