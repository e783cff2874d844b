package health.malasakit.inquiries.outbound;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.Call;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallBackStore {

  private static final String ADD =
      """
      insert into inquiries.call_back (organization_id, call_back_id, patient_id, about, reason, confidential, source,
                                       source_id, opened_by, opened_at, owner_id, due_at, next_at, zone, wished_from,
                                       wished_until, wished_by)
      values (:organization, :id, :patient, :about, :reason, :confidential, :source, :sourceId, :by, :at, :owner, :due,
              :next, :zone, :from, :until, :saidBy)
      on conflict (organization_id, source, source_id) where closed_at is null do nothing
      """;

  private static final String SAVE =
      """
      update inquiries.call_back
         set owner_id = :owner, due_at = :due, next_at = :next, zone = :zone, wished_from = :from,
             wished_until = :until, wished_by = :saidBy, asked_at = :asked, asked_by = :askedBy,
             closed_how = :how, closed_by = :closedBy, closed_at = :closedAt, version = version + 1
       where organization_id = :organization and call_back_id = :id
      """;

  private static final String REMEMBER =
      """
      insert into inquiries.call_back_step (organization_id, call_back_id, version, patient_id, step, words, by_id, at)
      values (:organization, :id, :version, :patient, :step, :words, :by, :at)
      """;

  private static final String FIND =
      """
      select * from inquiries.call_back where organization_id = any (:organizations) and call_back_id = :id
      """;

  private static final String ALONE =
      """
      select * from inquiries.call_back where organization_id = :organization and call_back_id = :id for update
      """;

  private static final String OF_SOURCE =
      """
      select * from inquiries.call_back
       where organization_id = :organization and source = :source and source_id = :sourceId and closed_at is null
      """;

  private static final String GIVE =
      """
      update inquiries.call_back
         set patient_id = :patient, next_at = :next, zone = :zone, wished_from = null, wished_until = null,
             wished_by = null, asked_at = null, asked_by = null, version = :version
       where organization_id = :organization and call_back_id = :id
      """;

  private static final String ASKED_IN =
      """
      select * from inquiries.call_back
       where organization_id = :organization and source = 'call' and source_id = :call and patient_id = :patient
       order by opened_at limit 20
      """;

  private static final String OPEN =
      """
      select * from inquiries.call_back
       where organization_id = any (:organizations) and closed_at is null
       order by due_at limit 500
      """;

  private static final String OPEN_OF =
      """
      select * from inquiries.call_back
       where organization_id = :organization and patient_id = :patient and closed_at is null
       order by opened_at desc limit 20
      """;

  private static final String ALONE_OF =
      """
      select exists (select 1 from inquiries.call_back
                      where organization_id = :organization and patient_id = :patient and confidential)
      """;

  private final JdbcClient jdbc;

  CallBackStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was done to it, for its history. */
  record Step(String name, String words, AccountId by, Instant at) {}

  /** False when one from the same promise, call or message is open already. */
  boolean add(CallBack one, Step step) {
    boolean added =
        jdbc.sql(ADD)
                .params(CallBackRow.columns(one))
                .param("organization", one.organization().value())
                .param("id", one.id().value())
                .param("patient", one.patient().value())
                .param("about", one.matter().about().code())
                .param("reason", one.matter().reason())
                .param("confidential", one.matter().confidential())
                .param("source", one.source().kind().code())
                .param("sourceId", one.source().id().orElse(null))
                .param("by", one.opened().by().value())
                .param("at", one.opened().at().atOffset(UTC))
                .update()
            == 1;
    if (added) {
      remember(one, step);
    }
    return added;
  }

  /** Writes what this transaction alone may change. */
  void save(CallBack next) {
    jdbc.sql(SAVE)
        .params(CallBackRow.columns(next))
        .param("organization", next.organization().value())
        .param("id", next.id().value())
        .update();
  }

  /** Writes whose it is, which this transaction alone may change. */
  void give(CallBack next) {
    jdbc.sql(GIVE)
        .param("organization", next.organization().value())
        .param("id", next.id().value())
        .param("patient", next.patient().value())
        .param("next", next.plan().nextAt().atOffset(UTC))
        .param("zone", next.plan().zone().map(ZoneId::getId).orElse(null))
        .param("version", next.version())
        .update();
  }

  List<CallBack> askedIn(Call call, PatientId patient) {
    return jdbc.sql(ASKED_IN)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .param("patient", patient.value())
        .query(CallBackRow::of)
        .list();
  }

  void remember(CallBack next, Step step) {
    jdbc.sql(REMEMBER)
        .param("organization", next.organization().value())
        .param("id", next.id().value())
        .param("version", next.version())
        .param("patient", next.patient().value())
        .param("step", step.name())
        .param("words", step.words())
        .param("by", step.by().value())
        .param("at", step.at().atOffset(UTC))
        .update();
  }

  Optional<CallBack> find(Collection<OrganizationId> where, CallBackId id) {
    return jdbc.sql(FIND)
        .param("organizations", ids(where))
        .param("id", id.value())
        .query(CallBackRow::of)
        .optional();
  }

  /** The one, which nobody else changes until this transaction has ended. */
  Optional<CallBack> alone(OrganizationId organization, CallBackId id) {
    return jdbc.sql(ALONE)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(CallBackRow::of)
        .optional();
  }

  Optional<CallBack> of(OrganizationId organization, CallBack.Source source) {
    return jdbc.sql(OF_SOURCE)
        .param("organization", organization.value())
        .param("source", source.kind().code())
        .param("sourceId", source.id().orElse(null))
        .query(CallBackRow::of)
        .optional();
  }

  /** Open ones in these clinics, the next due first; 500 at most. */
  List<CallBack> open(Collection<OrganizationId> where) {
    return jdbc.sql(OPEN).param("organizations", ids(where)).query(CallBackRow::of).list();
  }

  /** Open ones of a patient, the latest first; 20 at most. */
  List<CallBack> open(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OPEN_OF)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(CallBackRow::of)
        .list();
  }

  boolean anyForHerAlone(OrganizationId organization, PatientId patient) {
    return jdbc.sql(ALONE_OF)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(Boolean.class)
        .single();
  }

  private static UUID[] ids(Collection<OrganizationId> organizations) {
    return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
