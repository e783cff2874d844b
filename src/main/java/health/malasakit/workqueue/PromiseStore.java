package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PromiseStore {

  private static final String ADD =
      """
      insert into workqueue.promise (organization_id, promise_id, patient_id, words, to_whom, due_at,
                                     due_zone, owner_id, accepted_at, made_by, made_at, state)
      values (:organization, :id, :patient, :words, :to, :due, :zone, :owner, :accepted, :by, :now, 'open')
      """;

  private static final String CHANGE =
      """
      update workqueue.promise
         set patient_id = :patient, owner_id = :owner, accepted_at = :accepted, due_at = :due, state = :state, ended_by = :endedBy,
             ended_at = :endedAt, reason = :reason, version = :version
       where organization_id = :organization and promise_id = :id and version = :version - 1
      """;

  private static final String REMEMBER =
      """
      insert into workqueue.promise_history (organization_id, promise_id, version, patient_id, change,
                                             owner_id, due_at, by_id, at, reason)
      values (:organization, :id, :version, :patient, :change, :owner, :due, :by, :now, :reason)
      """;

  private static final String FIND =
      """
      select * from workqueue.promise where organization_id = :organization and promise_id = :id
      """;

  private static final String OPEN_OF_OWNER =
      """
      select * from workqueue.promise
       where organization_id = any (:organizations) and owner_id = :owner and state = 'open'
       order by due_at limit :limit
      """;

  private static final String DUE_OF_OTHERS =
      """
      select * from workqueue.promise
       where organization_id = any (:organizations) and owner_id <> :owner and state = 'open'
         and due_at < :before and patient_id = any (:patients)
       order by due_at limit :limit
      """;

  private static final String OF_PATIENT =
      """
      select * from workqueue.promise
       where organization_id = :organization and patient_id = :patient
       order by state = 'open' desc, due_at desc limit :limit
      """;

  private static final String ENDED_BY_SINCE =
      """
      select count(*) from workqueue.promise
       where organization_id = any (:organizations) and owner_id = :owner and state = 'kept'
         and ended_at >= :since
      """;

  private static final String HISTORY =
      """
      select change, owner_id, due_at, by_id, at, reason from workqueue.promise_history
       where organization_id = :organization and promise_id = :id order by version desc limit 100
      """;

  private static final String HISTORY_ABOUT =
      """
      select p.promise_id, p.words, h.change, h.owner_id, h.due_at, h.by_id, h.at, h.reason
        from workqueue.promise p
        join workqueue.promise_history h on h.organization_id = p.organization_id and h.promise_id = p.promise_id
       where p.organization_id = :organization and p.patient_id = :patient
       order by h.at desc limit 50
      """;

  private final JdbcClient jdbc;

  PromiseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Promise promise, AccountId by, Instant now) {
    identified(jdbc.sql(ADD), promise)
        .param("patient", promise.patient().map(PatientId::value).orElse(null))
        .param("words", promise.words())
        .param("to", promise.to().code())
        .param("due", promise.dueAt().atOffset(ZoneOffset.UTC))
        .param("zone", promise.zone().getId())
        .param("owner", promise.owner().value())
        .param("accepted", accepted(promise))
        .param("by", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Writes the next version; false when somebody else was faster. */
  boolean change(Promise next) {
    var columns = PromiseRow.columns(next.status());
    return identified(jdbc.sql(CHANGE), next)
            .param("patient", next.patient().map(PatientId::value).orElse(null))
            .param("owner", next.owner().value())
            .param("accepted", accepted(next))
            .param("due", next.dueAt().atOffset(ZoneOffset.UTC))
            .param("state", columns.get("state"))
            .param("endedBy", columns.get("endedBy"))
            .param("endedAt", columns.get("endedAt"))
            .param("reason", columns.get("reason"))
            .param("version", next.version())
            .update()
        == 1;
  }

  void remember(Promise promise, Step step, AccountId by, Instant now) {
    identified(jdbc.sql(REMEMBER), promise)
        .param("version", promise.version())
        .param("patient", promise.patient().map(PatientId::value).orElse(null))
        .param("change", step.change())
        .param("reason", step.reason())
        .param("owner", promise.owner().value())
        .param("due", promise.dueAt().atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<PromiseStep> history(OrganizationId organization, PromiseId id) {
    return jdbc.sql(HISTORY)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(PromiseRow::step)
        .list();
  }

  List<PromiseHistory> historyAbout(OrganizationId organization, PatientId patient) {
    return jdbc.sql(HISTORY_ABOUT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new PromiseHistory(
                new PromiseId(row.getObject("promise_id", UUID.class)),
                row.getString("words"),
                PromiseRow.step(row, n)))
        .list();
  }

  Optional<Promise> find(OrganizationId organization, PromiseId id) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(PromiseRow::of)
        .optional();
  }

  List<Promise> openOf(AccountId owner, List<OrganizationId> organizations, int limit) {
    return jdbc.sql(OPEN_OF_OWNER)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("owner", owner.value())
        .param("limit", limit)
        .query(PromiseRow::of)
        .list();
  }

  /** Whose and until when: promises about these patients that are due before a moment. */
  record Due(List<OrganizationId> organizations, Set<PatientId> patients, Instant before) {}

  /** Of all other people; the longest due first. */
  List<Promise> dueOfOthers(AccountId owner, Due due, int limit) {
    return jdbc.sql(DUE_OF_OTHERS)
        .param(
            "organizations",
            due.organizations().stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("patients", due.patients().stream().map(PatientId::value).toArray(UUID[]::new))
        .param("owner", owner.value())
        .param("before", due.before().atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(PromiseRow::of)
        .list();
  }

  int keptSince(AccountId owner, List<OrganizationId> organizations, Instant since) {
    return jdbc.sql(ENDED_BY_SINCE)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("owner", owner.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  List<Promise> of(OrganizationId organization, PatientId patient, int limit) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("limit", limit)
        .query(PromiseRow::of)
        .list();
  }

  /** What was done with a promise, and why. */
  record Step(String change, String reason) {}

  private static @Nullable OffsetDateTime accepted(Promise promise) {
    return promise.acceptedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static JdbcClient.StatementSpec identified(
      JdbcClient.StatementSpec statement, Promise promise) {
    return statement
        .param("organization", promise.organization().value())
        .param("id", promise.id().value());
  }
}
