package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GateStore {

  private static final String ADD_TRY =
      """
      insert into inquiries.gate_try (organization_id, call_id, number, caller, asked, matched, outcome, patient_id,
                                      by_id, at)
      values (:organization, :call, :number, :caller, :asked, :matched, :outcome, :patient, :by, :now)
      """;

  private static final String TRIES =
      """
      select number, caller, asked, matched, outcome, patient_id, by_id, at from inquiries.gate_try
       where organization_id = :organization and call_id = :call order by number limit 200
      """;

  private static final String PROVE =
      """
      insert into inquiries.proven (organization_id, call_id, patient_id, depth, representative_id, purpose, at)
      values (:organization, :call, :patient, :depth, :representative, :purpose, :now)
      on conflict (organization_id, call_id, patient_id)
        do update set depth = case
             when proven.ended_at is not null
                  or proven.representative_id is distinct from excluded.representative_id
                  or proven.purpose is distinct from excluded.purpose then excluded.depth
             when array_position(array['payment', 'booking', 'hearing', 'record', 'contact'], proven.depth)
                  > array_position(array['payment', 'booking', 'hearing', 'record', 'contact'], excluded.depth) then proven.depth
             else excluded.depth end,
           representative_id = excluded.representative_id, purpose = excluded.purpose, at = excluded.at, ended_at = null
      """;

  private static final String PROVEN =
      """
      select patient_id, depth, representative_id, purpose, at from inquiries.proven
       where organization_id = :organization and call_id = any (:calls) and ended_at is null
       order by at desc limit 200
      """;

  /** Nobody in a call in which too many answers did not match, whoever was proven before. */
  private static final String OPEN =
      """
      select p.patient_id, p.depth, p.representative_id, p.purpose, p.at from inquiries.proven p
       where p.organization_id = :organization and p.call_id = any (:calls) and p.ended_at is null
         and (select count(*) from inquiries.gate_try t
               where t.organization_id = p.organization_id and t.call_id = p.call_id and t.outcome = 'no_match') < :most
       order by p.at desc limit 200
      """;

  /**
   * The number at which somebody answered, whose call this is; what a person typed is no number
   * rung.
   */
  private static final String ANSWERED_AT =
      """
      select number from inquiries.attempt
       where organization_id = :organization and patient_id = :patient and call_id = :call and result = 'reached'
       limit 1
      """;

  private static final String ADD_ASIDE =
      """
      insert into inquiries.aside (organization_id, aside_id, call_id, patient_id, account_id, reason, at)
      values (:organization, :id, :call, :patient, :account, :reason, :now)
      """;

  private static final String ASIDES =
      """
      select patient_id from inquiries.aside
       where organization_id = :organization and account_id = :account and at > :since and call_id = any (:calls)
       limit 200
      """;

  private final JdbcClient jdbc;

  GateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(GateTry one) {
    jdbc.sql(ADD_TRY)
        .param("organization", one.organization().value())
        .param("call", one.call().value())
        .param("number", one.number())
        .param("caller", one.caller().code())
        .param("asked", codes(one.asked()))
        .param("matched", codes(one.matched()))
        .param("outcome", one.outcome())
        .param("patient", one.patient().map(PatientId::value).orElse(null))
        .param("by", one.by().value())
        .param("now", one.at().atOffset(UTC))
        .update();
  }

  /** In the order in which they were made. */
  List<GateTry> tries(OrganizationId organization, CallId call) {
    return jdbc.sql(TRIES)
        .param("organization", organization.value())
        .param("call", call.value())
        .query((row, n) -> gateTry(organization, call, row))
        .list();
  }

  /** Asked again, what was open stays open, unless somebody else speaks now. */
  void prove(Call call, Proven one) {
    jdbc.sql(PROVE)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .param("patient", one.patient().value())
        .param("depth", one.depth().name().toLowerCase(Locale.ROOT))
        .param("representative", one.representative().orElse(null))
        .param("purpose", one.purpose().map(Purpose::code).orElse(null))
        .param("now", one.at().atOffset(UTC))
        .update();
  }

  /** For whom the callers of these calls of a clinic were proven, the latest first. */
  List<Proven> proven(OrganizationId organization, Collection<CallId> calls) {
    return proven(jdbc.sql(PROVEN), organization, calls);
  }

  /** Those of them whose gate is open still: fewer answers than that did not match in the call. */
  List<Proven> open(OrganizationId organization, Collection<CallId> calls, int failuresMax) {
    return proven(jdbc.sql(OPEN).param("most", failuresMax), organization, calls);
  }

  private static List<Proven> proven(
      JdbcClient.StatementSpec question, OrganizationId organization, Collection<CallId> calls) {
    return question
        .param("organization", organization.value())
        .param("calls", calls.stream().map(CallId::value).toArray(UUID[]::new))
        .query((row, n) ->
            new Proven(
                new PatientId(row.getObject("patient_id", UUID.class)),
                Depth.valueOf(row.getString("depth").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("representative_id", UUID.class)),
                Optional.ofNullable(row.getString("purpose"))
                    .map(code -> Purpose.valueOf(code.toUpperCase(Locale.ROOT))),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** At which number of hers somebody answered an attempt that became this call. */
  Optional<Phone> answeredAt(Call call, PatientId patient) {
    return jdbc.sql(ANSWERED_AT)
        .param("organization", call.organization().value())
        .param("patient", patient.value())
        .param("call", call.id().value())
        .query(String.class)
        .optional()
        .map(number -> Phone.of(number));
  }

  void add(OrganizationId organization, Aside aside, Instant now) {
    jdbc.sql(ADD_ASIDE)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("call", aside.call().value())
        .param("patient", aside.patient().value())
        .param("account", aside.by().value())
        .param("reason", aside.reason())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** A record opened during a call that is not about it. */
  record Aside(CallId call, PatientId patient, AccountId by, String reason) {}

  /** Opened by a person during these calls, of whatever clinic they are. */
  List<PatientId> asides(
      OrganizationId organization, AccountId account, Collection<CallId> calls, Instant since) {
    return jdbc.sql(ASIDES)
        .param("organization", organization.value())
        .param("account", account.value())
        .param("calls", calls.stream().map(CallId::value).toArray(UUID[]::new))
        .param("since", since.atOffset(UTC))
        .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
        .list();
  }

  private static GateTry gateTry(OrganizationId organization, CallId call, ResultSet row)
      throws SQLException {
    return new GateTry(
        organization,
        call,
        row.getInt("number"),
        CallerKind.of(row.getString("caller")),
        facts(row, "asked"),
        facts(row, "matched"),
        row.getString("outcome"),
        Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(id -> new PatientId(id)),
        new AccountId(row.getObject("by_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static String[] codes(List<Fact> facts) {
    return facts.stream().map(Fact::code).toArray(String[]::new);
  }

  private static List<Fact> facts(ResultSet row, String column) throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray())
        .map(code -> Fact.valueOf(code.toUpperCase(Locale.ROOT)))
        .toList();
  }
}
