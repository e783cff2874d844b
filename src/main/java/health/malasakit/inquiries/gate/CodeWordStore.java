package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeWordStore {

  private static final String SET =
      """
      insert into inquiries.code_word (organization_id, patient_id, hash, set_by, set_at)
      values (:organization, :patient, :hash, :by, :at)
      on conflict (organization_id, patient_id)
        do update set hash = excluded.hash, set_by = excluded.set_by, set_at = excluded.set_at
      """;

  private static final String REMOVE =
      """
      delete from inquiries.code_word where organization_id = :organization and patient_id = :patient
      """;

  private static final String HASH =
      """
      select hash from inquiries.code_word where organization_id = :organization and patient_id = :patient
      """;

  private final JdbcClient jdbc;

  CodeWordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A word and who wrote it down. */
  record Word(String hash, AccountId by, Instant at) {

    @Override
    public String toString() {
      return "Word";
    }
  }

  void set(OrganizationId organization, PatientId patient, Word word) {
    jdbc.sql(SET)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("hash", word.hash())
        .param("by", word.by().value())
        .param("at", word.at().atOffset(UTC))
        .update();
  }

  boolean remove(OrganizationId organization, PatientId patient) {
    return jdbc.sql(REMOVE)
            .param("organization", organization.value())
            .param("patient", patient.value())
            .update()
        > 0;
  }

  Optional<String> hash(OrganizationId organization, PatientId patient) {
    return jdbc.sql(HASH)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(String.class)
        .optional();
  }
}
