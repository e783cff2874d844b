package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.workqueue.PromiseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WrapUpStore {

  private static final String ADD =
      """
      insert into inquiries.call_writeup (organization_id, call_id, patient_id, reason, outcome, note, promise_id,
                                          written_by, written_at)
      values (:organization, :call, :patient, :reason, :outcome, :note, :promise, :by, :now)
      """;

  private static final String OF =
      """
      select reason, outcome, note, promise_id, written_by, written_at from inquiries.call_writeup
       where organization_id = :organization and call_id = :call
      """;

  private static final String ADD_ALSO =
      """
      insert into inquiries.call_also_about (organization_id, call_id, patient_id, reason, outcome, written_by, written_at)
      values (:organization, :call, :patient, :reason, :outcome, :by, :now)
      on conflict do nothing
      """;

  private static final String ALSO_OF =
      """
      select patient_id, reason, outcome from inquiries.call_also_about
       where organization_id = :organization and call_id = :call order by patient_id limit 20
      """;

  /** Of calls whose words are about another patient there are no words. */
  private static final String OF_PATIENT =
      """
      select call_id, reason, outcome, note, promise_id, written_by, written_at from inquiries.call_writeup
       where organization_id = :organization and patient_id = :patient
      union all
      select call_id, reason, outcome, '', null, written_by, written_at from inquiries.call_also_about
       where organization_id = :organization and patient_id = :patient
      union all
      select call_id, reason, outcome, note, promise_id, written_by, written_at from inquiries.call_part
       where organization_id = :organization and patient_id = :patient
       order by written_at desc limit :most
      """;

  private static final String BY =
      """
      select organization_id, patient_id, call_id, reason, outcome, note, promise_id, written_by, written_at
        from inquiries.call_writeup
       where organization_id = any (:organizations) and written_by = :by and written_at >= :since
      union all
      select organization_id, patient_id, call_id, reason, outcome, note, promise_id, written_by, written_at
        from inquiries.call_part
       where organization_id = any (:organizations) and written_by = :by and written_at >= :since
       order by written_at desc, call_id limit :most offset :skip
      """;

  private static final String ABOUT =
      """
      select patient_id, version, promise_id from inquiries.call_writeup
       where organization_id = :organization and call_id = :call and patient_id is not null
      """;

  private static final String GIVE =
      """
      update inquiries.call_writeup set patient_id = :patient, version = version + 1
       where organization_id = :organization and call_id = :call
      """;

  private static final String ADD_PART =
      """
      insert into inquiries.call_part (organization_id, part_id, call_id, patient_id, reason, outcome, note, promise_id,
                                       written_by, written_at)
      values (:organization, :id, :call, :patient, :reason, :outcome, :note, :promise, :by, :now)
      """;

  private static final String PARTS =
      """
      select organization_id, patient_id, call_id, reason, outcome, note, promise_id, written_by, written_at
        from inquiries.call_part
       where organization_id = :organization and call_id = :call order by part_id limit 20
      """;

  private static final String GIVE_PARTS =
      """
      update inquiries.call_part set patient_id = :patient
       where organization_id = :organization and call_id = :call and patient_id = :wrong
      """;

  private static final String HAD =
      """
      select exists (select from inquiries.call_step
                      where organization_id = :organization and call_id = :call and owner_id = :by)
      """;

  private final JdbcClient jdbc;

  WrapUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Call call, WrapUps.Closing closing, By by) {
    written(of(call, ADD), closing, by).update();
  }

  /** What was noted and promised by somebody who had it before. */
  void addPart(Call call, WrapUps.Closing closing, By by) {
    written(of(call, ADD_PART).param("id", Ids.next()), closing, by).update();
  }

  /** Who wrote, when, and the promise that was made of it. */
  record By(AccountId account, Instant at, Optional<PromiseId> promise) {}

  private static JdbcClient.StatementSpec written(
      JdbcClient.StatementSpec row, WrapUps.Closing closing, By by) {
    var words = closing.words();
    return row.param("patient", closing.patient().map(PatientId::value).orElse(null))
        .param("reason", words.reason())
        .param("outcome", words.outcome())
        .param("note", words.note())
        .param("promise", by.promise().map(PromiseId::value).orElse(null))
        .param("by", by.account().value())
        .param("now", by.at().atOffset(UTC));
  }

  /** In the order in which they were written; 20 at most. */
  List<WrapUps.Told> parts(Call call) {
    return of(call, PARTS).query(WrapUpStore::told).list();
  }

  /** Whether the call was this person's at any time. */
  boolean had(Call call, AccountId who) {
    return of(call, HAD).param("by", who.value()).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec of(Call call, String sql) {
    return jdbc.sql(sql)
        .param("organization", call.organization().value())
        .param("call", call.id().value());
  }

  Optional<WrapUps.Written> of(Call call) {
    return of(call, OF).query(WrapUpStore::written).optional();
  }

  void also(Call call, WrapUps.Also one, Instant now) {
    of(call, ADD_ALSO)
        .param("patient", one.patient().value())
        .param("reason", one.reason())
        .param("outcome", one.outcome())
        .param("by", call.closed().orElseThrow().by().value())
        .param("now", now.atOffset(UTC))
        .update();
  }

  List<WrapUps.Also> also(Call call) {
    return of(call, ALSO_OF)
        .query((row, n) ->
            new WrapUps.Also(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("reason"),
                row.getString("outcome")))
        .list();
  }

  /** The newest that was written of calls about her. */
  List<WrapUps.Told> ofPatient(OrganizationId organization, PatientId patient, int most) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("most", most)
        .query((row, n) ->
            new WrapUps.Told(
                new CallId(row.getObject("call_id", UUID.class)),
                Optional.of(patient),
                organization,
                written(row, n)))
        .list();
  }

  /** What somebody wrote since then, newest first. */
  List<WrapUps.Told> by(
      AccountId account, Collection<OrganizationId> where, Instant since, WrapUps.Part part) {
    return jdbc.sql(BY)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("by", account.value())
        .param("since", since.atOffset(UTC))
        .param("most", part.most())
        .param("skip", part.skip())
        .query(WrapUpStore::told)
        .list();
  }

  Optional<WrapUps.About> about(Call call) {
    return of(call, ABOUT)
        .query((row, n) ->
            new WrapUps.About(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("promise_id", UUID.class)).map(PromiseId::new)))
        .optional();
  }

  /** What was written of it, by whoever had it, is about the right person. */
  void give(Call call, PatientId wrong, PatientId right) {
    of(call, GIVE_PARTS).param("wrong", wrong.value()).param("patient", right.value()).update();
    of(call, GIVE).param("patient", right.value()).update();
  }

  private static WrapUps.Told told(ResultSet row, int number) throws SQLException {
    return new WrapUps.Told(
        new CallId(row.getObject("call_id", UUID.class)),
        Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(id -> new PatientId(id)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        written(row, number));
  }

  private static WrapUps.Written written(ResultSet row, int number) throws SQLException {
    var promise = Optional.ofNullable(row.getObject("promise_id", UUID.class));
    return new WrapUps.Written(
        new WrapUp(row.getString("reason"), row.getString("outcome"), row.getString("note")),
        new AccountId(row.getObject("written_by", UUID.class)),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        promise.map(PromiseId::new));
  }
}
