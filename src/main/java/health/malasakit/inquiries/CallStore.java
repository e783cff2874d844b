package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallStore {

  private static final String ADD =
      """
      insert into inquiries.call (organization_id, call_id, system_id, outside_id, direction, other_number,
                                  other_digits, own_number, queue, language, started_at, entered_at,
                                  rang_at, state)
      values (:organization, :id, :system, :outside, :direction, :other, :digits, :own, :queue, :language,
              :started, :entered, :rang, 'ringing')
      """;

  private static final String SAVE =
      """
      update inquiries.call
         set answered_at = :answered_at, extension = :extension, held_at = :held_at, resumed_at = :resumed_at,
             handed_at = :handed_at, handed_to = :handed_to, abandoned_at = :abandoned_at,
             voicemail_at = :voicemail_at, ended_at = :ended_at, rang_at = :rang_at, gone_at = :gone_at,
             said_over_at = :said_over_at,
             owner_id = :owner_id, owned_at = :owned_at,
             owned_by_telephone = :by_telephone, opened_at = :opened_at, lead_since = :lead_since,
             closed_by = :closed_by, closed_at = :closed_at, state = :state, version = version + 1
       where organization_id = :organization and call_id = :id
      """;

  private static final String REMEMBER =
      """
      insert into inquiries.call_step (organization_id, call_id, version, step, at, by_id, owner_id, detail)
      values (:organization, :id, :version, :step, :at, :by, :owner, :detail)
      """;

  private static final String FIND =
      """
      select * from inquiries.call where organization_id = :organization and call_id = :id
      """;

  private static final String ALONE = FIND + " for update";

  private static final String OF_OWNER =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and owner_id = :owner
         and state in ('talking', 'held', 'writing')
       order by started_at limit 100
      """;

  private static final String FOR_LEAD =
      """
      select * from inquiries.call
       where organization_id = any (:organizations) and state in ('talking', 'held', 'writing')
         and lead_since is not null
       order by started_at limit 500
      """;

  /** Whoever changes one of these waits until this transaction has ended. */
  private static final String OWNED =
      """
      select * from inquiries.call
       where organization_id = :organization and state in ('talking', 'held', 'writing') and lead_since is null
       order by call_id limit 500 for update
      """;

  /**
   * Until this transaction has ended nobody else, in another tab or on another node, passes here
   * for her.
   */
  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtextextended('inquiries.speaks ' || cast(:owner as text), 0))
      """;

  private final JdbcClient jdbc;

  CallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Call call) {
    jdbc.sql(ADD)
        .param("organization", call.organization().value())
        .param("id", call.id().value())
        .param("system", call.telephone().map(one -> one.system().value()).orElse(null))
        .param("outside", call.telephone().map(Call.Telephone::outsideId).orElse(null))
        .param("direction", call.line().direction().code())
        .param("other", call.line().other().map(Phone::written).orElse(null))
        .param("digits", call.line().other().map(Phone::digits).orElse(null))
        .param("own", call.line().own())
        .param("queue", call.line().queue())
        .param("language", call.line().language())
        .param("started", call.startedAt().atOffset(UTC))
        .param("entered", CallRow.time(call.enteredAt()))
        .param("rang", CallRow.time(call.course().at(CallEvent.Kind.RINGING)))
        .update();
  }

  /** Writes a call that this transaction alone may change, and what was done to it. */
  void save(Call call, Step step) {
    jdbc.sql(SAVE)
        .params(CallRow.columns(call))
        .param("organization", call.organization().value())
        .param("id", call.id().value())
        .update();
    jdbc.sql(REMEMBER)
        .param("organization", call.organization().value())
        .param("id", call.id().value())
        .param("version", call.version() + 1)
        .param("step", step.name())
        .param("at", step.at().atOffset(UTC))
        .param("by", step.by().map(AccountId::value).orElse(null))
        .param("owner", call.owner().map(one -> one.account().value()).orElse(null))
        .param("detail", step.detail())
        .update();
  }

  /**
   * What was done to a call.
   *
   * @param by who did it; empty when the telephone told it
   * @param detail an extension or a code; never a number of a caller
   */
  record Step(String name, Instant at, Optional<AccountId> by, String detail) {}

  Optional<Call> find(OrganizationId organization, CallId id) {
    return one(FIND, organization, id);
  }

  /** The call, which nobody else changes until this transaction has ended. */
  Optional<Call> alone(OrganizationId organization, CallId id) {
    return one(ALONE, organization, id);
  }

  /** Whatever else would let her speak on a call waits until this transaction has ended. */
  void oneAtATime(AccountId owner) {
    jdbc.sql(ONE_AT_A_TIME).param("owner", owner.value()).query((row, n) -> true).list();
  }

  /** Hers in these clinics that she has yet to write up, the oldest first; 100 at most. */
  List<Call> of(AccountId owner, Collection<OrganizationId> where) {
    return jdbc.sql(OF_OWNER)
        .param("organizations", ids(where))
        .param("owner", owner.value())
        .query(CallRow::of)
        .list();
  }

  /** Somebody's that wait for the lead, the oldest first; 500 at most. */
  List<Call> forLead(Collection<OrganizationId> where) {
    return jdbc.sql(FOR_LEAD).param("organizations", ids(where)).query(CallRow::of).list();
  }

  /** Somebody's that do not wait for the lead yet; 500 at most. */
  List<Call> owned(OrganizationId organization) {
    return jdbc.sql(OWNED).param("organization", organization.value()).query(CallRow::of).list();
  }

  private Optional<Call> one(String question, OrganizationId organization, CallId id) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(CallRow::of)
        .optional();
  }

  private static UUID[] ids(Collection<OrganizationId> organizations) {
    return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
