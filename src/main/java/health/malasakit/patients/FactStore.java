package health.malasakit.patients;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where facts came from, how they changed, and where the clinic's file differs. */
@Repository
class FactStore {

  private static final String SET_SOURCES =
      """
      insert into patients.fact_source (organization_id, patient_id, field, source, at, by_account, import_id)
      select :organization, :patient, field, :source, :at, :by, :import from unnest(cast(:fields as text[])) as field
      on conflict (organization_id, patient_id, field)
      do update set source = excluded.source, at = excluded.at, by_account = excluded.by_account,
                    import_id = excluded.import_id
      """;

  private static final String SOURCES =
      """
      select field, source, at, by_account from patients.fact_source
       where organization_id = :organization and patient_id = :patient limit 200
      """;

  private static final String ADD_CHANGE =
      """
      insert into patients.change (organization_id, change_id, patient_id, version, field, old, new, source, at,
                                   by_account, import_id)
      values (:organization, :id, :patient, :version, :field, :old, :new, :source, :at, :by, :import)
      """;

  private static final String CHANGES =
      """
      select version, field, old, new, source, at, by_account from patients.change
       where organization_id = :organization and patient_id = :patient and version > :since
       order by change_id desc limit 200
      """;

  private static final String SET_DIFFERENCE =
      """
      insert into patients.difference as d (organization_id, patient_id, field, ours, theirs, source, import_id, seen_at)
      values (:organization, :patient, :field, :ours, :theirs, :source, :import, :at)
      on conflict (organization_id, patient_id, field)
      do update set ours = excluded.ours, theirs = excluded.theirs, source = excluded.source,
                    import_id = excluded.import_id, seen_at = excluded.seen_at
       where (d.ours, d.theirs, d.source) is distinct from (excluded.ours, excluded.theirs, excluded.source)
      """;

  private static final String AGREE =
      """
      delete from patients.difference
       where organization_id = :organization and patient_id = :patient and field = any(cast(:fields as text[]))
      """;

  private static final String DIFFERENCES =
      """
      select field, ours, theirs, source, seen_at from patients.difference
       where organization_id = :organization and patient_id = :patient order by field limit 100
      """;

  private final JdbcClient jdbc;

  FactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void setSources(Whose whose, Collection<String> fields) {
    of(SET_SOURCES, whose).param("fields", fields.toArray(String[]::new)).update();
  }

  void addChange(Whose whose, FactChange change) {
    of(ADD_CHANGE, whose)
        .param("id", Ids.next())
        .param("version", change.version())
        .param("field", change.field())
        .param("old", change.before())
        .param("new", change.after())
        .update();
  }

  void setDifference(Whose whose, Difference difference) {
    jdbc.sql(SET_DIFFERENCE)
        .param("organization", whose.organization().value())
        .param("patient", whose.patient().value())
        .param("field", difference.field())
        .param("ours", difference.ours())
        .param("theirs", difference.theirs())
        .param("source", difference.source())
        .param("import", whose.importId().orElse(null))
        .param("at", whose.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void agree(OrganizationId organization, PatientId patient, Collection<String> fields) {
    jdbc.sql(AGREE)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("fields", fields.toArray(String[]::new))
        .update();
  }

  Map<String, FactSource> sources(OrganizationId organization, PatientId patient) {
    var sources = new HashMap<String, FactSource>();
    jdbc.sql(SOURCES)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            sources.put(
                row.getString("field"),
                new FactSource(row.getString("source"), at(row).toInstant(), by(row))))
        .list();
    return sources;
  }

  List<FactChange> changes(OrganizationId organization, PatientId patient, int sinceVersion) {
    return jdbc.sql(CHANGES)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("since", sinceVersion)
        .query((row, n) ->
            new FactChange(
                row.getInt("version"),
                row.getString("field"),
                row.getString("old"),
                row.getString("new"),
                row.getString("source"),
                at(row).toInstant(),
                by(row)))
        .list();
  }

  List<Difference> differences(OrganizationId organization, PatientId patient) {
    return jdbc.sql(DIFFERENCES)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new Difference(
                row.getString("field"),
                row.getString("ours"),
                row.getString("theirs"),
                row.getString("source"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private JdbcClient.StatementSpec of(String sql, Whose whose) {
    return jdbc.sql(sql)
        .param("organization", whose.organization().value())
        .param("patient", whose.patient().value())
        .param("source", whose.source())
        .param("at", whose.at().atOffset(ZoneOffset.UTC))
        .param("by", whose.by().map(AccountId::value).orElse(null))
        .param("import", whose.importId().orElse(null));
  }

  private static OffsetDateTime at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class);
  }

  private static Optional<AccountId> by(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new);
  }
}
