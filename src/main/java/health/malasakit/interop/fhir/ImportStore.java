package health.malasakit.interop.fhir;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files were imported, and which import touched which row. */
@Repository
class ImportStore {

  private static final String ADD_FILE =
      """
      insert into interop.import_file
        (organization_id, import_id, file_no, format, name_hash, bytes, begun_at, imported_by)
      values (:organization, :import, :number, 'fhir-r4', :nameHash, :bytes, :now, :by)
      """;

  private static final String END_FILE =
      """
      update interop.import_file set counts = cast(:counts as jsonb), whole = :whole, ended_at = :now
       where organization_id = :organization and import_id = :import and file_no = :number
      """;

  private static final String TOUCH =
      """
      insert into interop.import_touch
        (organization_id, import_id, file_no, kind, row_id, patient_id, outcome)
      values (:organization, :import, :number, :kind, :row, :patient, :outcome)
      on conflict do nothing
      """;

  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('interop.import ' || cast(:organization as text), 0))
      """;

  /** A file of an import. */
  record FileOf(OrganizationId organization, UUID importId, int number) {}

  /** What is noted of a file before it is read: no name, which often is a patient's. */
  record Label(String nameHash, long bytes, Optional<AccountId> by) {}

  /** A row that came from a file. */
  record Touch(String kind, UUID row, Optional<PatientId> patient, Outcome outcome) {}

  private final JdbcClient jdbc;

  ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(FileOf file, Label label, Instant now) {
    jdbc.sql(ADD_FILE)
        .param("organization", file.organization().value())
        .param("import", file.importId())
        .param("number", file.number())
        .param("nameHash", label.nameHash())
        .param("bytes", label.bytes())
        .param("now", now.atOffset(UTC))
        .param("by", label.by().map(AccountId::value).orElse(null))
        .update();
  }

  void end(FileOf file, String counts, boolean whole, Instant now) {
    jdbc.sql(END_FILE)
        .param("organization", file.organization().value())
        .param("import", file.importId())
        .param("number", file.number())
        .param("counts", counts)
        .param("whole", whole)
        .param("now", now.atOffset(UTC))
        .update();
  }

  void touch(FileOf file, Touch touch) {
    jdbc.sql(TOUCH)
        .param("organization", file.organization().value())
        .param("import", file.importId())
        .param("number", file.number())
        .param("kind", touch.kind())
        .param("row", touch.row())
        .param("patient", touch.patient().map(PatientId::value).orElse(null))
        .param("outcome", touch.outcome().name().toLowerCase(java.util.Locale.ROOT))
        .update();
  }

  /** Until this transaction ends no other import writes into this organization. */
  void alone(OrganizationId organization) {
    jdbc.sql(ALONE).param("organization", organization.value()).query(row -> {});
  }
}
