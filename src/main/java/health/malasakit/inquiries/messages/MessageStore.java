package health.malasakit.inquiries.messages;

import static java.time.ZoneOffset.UTC;

import health.malasakit.access.Role;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MessageStore {

  private static final String ADD =
      """
      insert into inquiries.message (organization_id, message_id, call_id, patient_id, said_name, kind, words, number,
                                     hour, may_leave, pharmacy, wanted_by, to_role, taken_by, taken_at, status)
      values (:organization, :id, :call, :patient, :said, :kind, :words, :number, :hour, :leave, :pharmacy, :wanted,
              :to, :by, :now, 'open')
      """;

  private static final String SAVE =
      """
      update inquiries.message
         set to_role = :to, read_by = :read_by, read_at = :read_at, status = :status, settled = :settled,
             settled_by = :settled_by, settled_at = :settled_at, settled_words = :settled_words,
             done_by = :done_by, done_at = :done_at, version = :version
       where organization_id = :organization and message_id = :id
      """;

  private static final String REMEMBER =
      """
      insert into inquiries.message_step (organization_id, step_id, message_id, patient_id, step, to_role, words, by_id, at)
      values (:organization, :step, :id, :patient, :what, :to, :words, :by, :at)
      """;

  private static final String STEPS =
      """
      select step, to_role, words, by_id, at from inquiries.message_step
       where organization_id = :organization and message_id = :id order by step_id limit 200
      """;

  private static final String FIND =
      """
      select * from inquiries.message where organization_id = :organization and message_id = :id
      """;

  private static final String ALONE = FIND + " for update";

  private static final String TO_ROLES =
      """
      select * from inquiries.message
       where organization_id = any (:organizations) and to_role = any (:roles) and status = 'open'
       order by wanted_by limit 500
      """;

  private static final String TAKEN_BY =
      """
      select * from inquiries.message
       where organization_id = any (:organizations) and taken_by = :account and status <> 'done'
       order by taken_at limit 500
      """;

  private static final String NOT_DONE =
      """
      select * from inquiries.message
       where organization_id = any (:organizations) and status <> 'done'
       order by wanted_by limit 500
      """;

  private static final String LAST_IN_CALL =
      """
      select * from inquiries.message
       where organization_id = :organization and call_id = :call order by taken_at desc limit 1
      """;

  private static final String TAKEN_IN =
      """
      select * from inquiries.message
       where organization_id = :organization and call_id = :call and patient_id = :patient order by taken_at limit 20
      """;

  private static final String GIVE =
      """
      update inquiries.message set patient_id = :patient, version = :version
       where organization_id = :organization and message_id = :id
      """;

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Message message) {
    var wanted = message.wanted();
    jdbc.sql(ADD)
        .param("organization", message.organization().value())
        .param("id", message.id().value())
        .param("call", message.from().call().map(CallId::value).orElse(null))
        .param("patient", patient(message))
        .param("said", message.from().saidName())
        .param("kind", wanted.kind())
        .param("words", wanted.words())
        .param("number", wanted.number())
        .param("hour", wanted.hour())
        .param("leave", wanted.mayLeave().code())
        .param("pharmacy", wanted.pharmacy())
        .param("wanted", wanted.by().atOffset(UTC))
        .param("to", message.to().code())
        .param("by", message.taken().by().value())
        .param("now", message.taken().at().atOffset(UTC))
        .update();
  }

  /** Writes a message that this transaction alone may change. */
  void save(Message message) {
    jdbc.sql(SAVE)
        .params(MessageRow.changing(message))
        .param("organization", message.organization().value())
        .param("id", message.id().value())
        .update();
  }

  /** Writes whose a message is that this transaction alone may change. */
  void give(Message message) {
    jdbc.sql(GIVE)
        .param("organization", message.organization().value())
        .param("id", message.id().value())
        .param("patient", patient(message))
        .param("version", message.version())
        .update();
  }

  void remember(Message message, MessageStep step) {
    jdbc.sql(REMEMBER)
        .param("organization", message.organization().value())
        .param("step", Ids.next())
        .param("id", message.id().value())
        .param("patient", patient(message))
        .param("what", step.what())
        .param("to", step.to().code())
        .param("words", step.words())
        .param("by", step.by().value())
        .param("at", step.at().atOffset(UTC))
        .update();
  }

  /** What was done with it, the first first. */
  List<MessageStep> steps(Message message) {
    return jdbc.sql(STEPS)
        .param("organization", message.organization().value())
        .param("id", message.id().value())
        .query(MessageRow::step)
        .list();
  }

  Optional<Message> find(OrganizationId organization, MessageId id) {
    return one(FIND, organization, id);
  }

  /** The message, which nobody else changes until this transaction has ended. */
  Optional<Message> alone(OrganizationId organization, MessageId id) {
    return one(ALONE, organization, id);
  }

  /** Those that wait for one of these roles, the one that is wanted first first; 500 at most. */
  List<Message> toRoles(Collection<OrganizationId> where, Set<Role> roles) {
    return jdbc.sql(TO_ROLES)
        .param("organizations", ids(where))
        .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
        .query(MessageRow::of)
        .list();
  }

  /** Those she took of which the caller was not told yet; 500 at most. */
  List<Message> takenBy(AccountId account, Collection<OrganizationId> where) {
    return jdbc.sql(TAKEN_BY)
        .param("organizations", ids(where))
        .param("account", account.value())
        .query(MessageRow::of)
        .list();
  }

  /** All of which the caller was not told yet; 500 at most. */
  List<Message> notDone(Collection<OrganizationId> where) {
    return jdbc.sql(NOT_DONE).param("organizations", ids(where)).query(MessageRow::of).list();
  }

  Optional<Message> lastIn(OrganizationId organization, CallId call) {
    return jdbc.sql(LAST_IN_CALL)
        .param("organization", organization.value())
        .param("call", call.value())
        .query(MessageRow::of)
        .optional();
  }

  List<Message> takenIn(Call call, PatientId patient) {
    return jdbc.sql(TAKEN_IN)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .param("patient", patient.value())
        .query(MessageRow::of)
        .list();
  }

  private Optional<Message> one(String sql, OrganizationId organization, MessageId id) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(MessageRow::of)
        .optional();
  }

  private static @org.jspecify.annotations.Nullable UUID patient(Message message) {
    return message.from().patient().map(PatientId::value).orElse(null);
  }

  private static UUID[] ids(Collection<OrganizationId> where) {
    return where.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
