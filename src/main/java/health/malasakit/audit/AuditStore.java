package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {

  private static final String ADD_LINE =
      """
      insert into audit.line (organization_id, id, at, account_id, actor, country, task, act,
                              subject, subject_id, patient_id, detail)
      values (:organization, :id, :at, :account, :actor, :country, :task, :act,
              :subject, :subjectId, :patient, :detail)
      """;

  private static final String ADD_LISTED =
      """
      insert into audit.listed (organization_id, line_id, patient_id)
      select :organization, :line, patient from unnest(cast(:patients as uuid[])) as patient
      """;

  /** Ids begin with their time, so the line of the last ten minutes is a range of ids. */
  private static final String COUNT_REOPENING =
      """
      update audit.reopening set times = times + 1, last_at = :at
       where organization_id = :organization and account_id = :account
         and patient_id = :patient and task = :task and line_id =
             (select line_id from audit.reopening
               where organization_id = :organization and account_id = :account
                 and patient_id = :patient and task = :task and line_id >= :since
               order by line_id desc limit 1)
      """;

  private static final String BEGIN_REOPENING =
      """
      insert into audit.reopening (organization_id, account_id, patient_id, task, line_id, times, last_at)
      values (:organization, :account, :patient, :task, :line, 1, :at)
      """;

  private static final String NEWLY_DRAWN =
      """
      insert into audit.drawn as known (organization_id, account_id, view, patient_id, line_id, at)
      select distinct cast(:organization as uuid), cast(:account as uuid), :view, patient, cast(:line as uuid),
             cast(:at as timestamptz)
        from unnest(cast(:patients as uuid[])) as patient
       order by 4
      on conflict (organization_id, account_id, view, patient_id) do update
         set line_id = excluded.line_id, at = excluded.at where known.at < :since
      returning patient_id
      """;

  private static final String KEEP_FROM =
      """
      insert into audit.kept_from (organization_id, subject, subject_id, account_id)
      select :organization, :subject, :id, account from unnest(cast(:accounts as uuid[])) as account
      on conflict do nothing
      """;

  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID id, Act act, Scope scope, Instant at) {
    jdbc.sql(ADD_LINE)
        .param("organization", act.organization().value())
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", scope.account().map(account -> account.value()).orElse(null))
        .param("actor", scope.actorName())
        .param("country", scope.country())
        .param("task", scope.task())
        .param("act", act.what())
        .param("subject", act.subject())
        .param("subjectId", act.subjectId().orElse(null))
        .param("patient", act.patient().map(PatientId::value).orElse(null))
        .param("detail", act.detail())
        .update();
  }

  void keepFrom(Act act, Collection<AccountId> accounts) {
    jdbc.sql(KEEP_FROM)
        .param("organization", act.organization().value())
        .param("subject", act.subject())
        .param("id", act.subjectId().orElseThrow())
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .update();
  }

  void addListed(OrganizationId organization, UUID line, Collection<PatientId> patients) {
    jdbc.sql(ADD_LISTED)
        .param("organization", organization.value())
        .param("line", line)
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .update();
  }

  /** A drawing of a view: the line it will be, and since when an older one still counts. */
  record Drawn(String view, UUID line, Instant at, Instant since) {}

  /** Those of these patients that the running person has not seen in this view yet. */
  List<PatientId> newlyDrawn(
      OrganizationId organization, Drawn drawn, Collection<PatientId> patients) {
    return jdbc.sql(NEWLY_DRAWN)
        .param("organization", organization.value())
        .param("account", Scopes.current().account().orElseThrow().value())
        .param("view", drawn.view())
        .param("line", drawn.line())
        .param("at", drawn.at().atOffset(ZoneOffset.UTC))
        .param("since", drawn.since().atOffset(ZoneOffset.UTC))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Whether this is a reopening, which is then counted instead of written again.
   *
   * @param since before the first id that a line of the last ten minutes can have
   */
  boolean countReopening(Act act, Scope scope, Instant at, UUID since) {
    return jdbc.sql(COUNT_REOPENING)
            .param("organization", act.organization().value())
            .param("account", scope.account().orElseThrow().value())
            .param("patient", act.patient().orElseThrow().value())
            .param("task", scope.work())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("since", since)
            .update()
        > 0;
  }

  void beginReopening(UUID line, Act act, Scope scope, Instant at) {
    jdbc.sql(BEGIN_REOPENING)
        .param("organization", act.organization().value())
        .param("account", scope.account().orElseThrow().value())
        .param("patient", act.patient().orElseThrow().value())
        .param("task", scope.work())
        .param("line", line)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
