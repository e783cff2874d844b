package health.malasakit.inquiries.codes;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.texts.TextId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeStore {

  private static final String ADD =
      """
      insert into inquiries.call_code (organization_id, code_id, call_id, patient_id, account_id, number, outgoing_id,
                                       ending, mark, made_at, ends_at, tries, state)
      values (:organization, :id, :call, :patient, :account, :number, :text, :ending, :mark, :made, :ends, :tries, :state)
      """;

  private static final String OF_CALL =
      """
      select code_id, patient_id, account_id, number, outgoing_id, ending, mark, made_at, ends_at, tries, state
        from inquiries.call_code
       where organization_id = :organization and call_id = :call order by number limit 10
      """;

  private static final String REPLACE =
      """
      update inquiries.call_code set state = 'replaced'
       where organization_id = :organization and call_id = :call and state = 'open'
      """;

  private static final String ANSWERED =
      """
      update inquiries.call_code set tries = :tries, state = :state
       where organization_id = :organization and code_id = :id and state = 'open'
      """;

  private final JdbcClient jdbc;

  CodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** It counts from now on, and none before it. */
  void add(Code code) {
    jdbc.sql(REPLACE)
        .param("organization", code.organization().value())
        .param("call", code.call().value())
        .update();
    jdbc.sql(ADD)
        .param("organization", code.organization().value())
        .param("id", code.id())
        .param("call", code.call().value())
        .param("patient", code.patient().value())
        .param("account", code.by().value())
        .param("number", code.number())
        .param("text", code.text().value())
        .param("ending", code.ending())
        .param("mark", code.mark())
        .param("made", code.madeAt().atOffset(UTC))
        .param("ends", code.endsAt().atOffset(UTC))
        .param("tries", code.tries())
        .param("state", code.state().code())
        .update();
  }

  void answered(Code code) {
    jdbc.sql(ANSWERED)
        .param("organization", code.organization().value())
        .param("id", code.id())
        .param("tries", code.tries())
        .param("state", code.state().code())
        .update();
  }

  /** All of a call, in the order in which they were made. */
  List<Code> of(OrganizationId organization, CallId call) {
    return jdbc.sql(OF_CALL)
        .param("organization", organization.value())
        .param("call", call.value())
        .query((row, n) -> code(organization, call, row))
        .list();
  }

  private static Code code(OrganizationId organization, CallId call, ResultSet row)
      throws SQLException {
    return new Code(
        organization,
        row.getObject("code_id", UUID.class),
        call,
        new PatientId(row.getObject("patient_id", UUID.class)),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getInt("number"),
        new TextId(row.getObject("outgoing_id", UUID.class)),
        row.getString("ending"),
        row.getString("mark"),
        at(row, "made_at"),
        at(row, "ends_at"),
        row.getInt("tries"),
        Code.State.of(row.getString("state")));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
