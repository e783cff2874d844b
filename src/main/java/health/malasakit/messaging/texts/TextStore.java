package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TextStore {

  private static final String ADD =
      """
      insert into messaging.outgoing (organization_id, outgoing_id, patient_id, channel, purpose, basis, key,
                                      from_address, to_address, state, reason, begun_at, since)
      values (:organization, :id, :patient, 'text', :purpose, :basis, :key, :from, :to, 'sending', '', :now, :now)
      on conflict (organization_id, key) do nothing
      """;

  private static final String STEP =
      """
      insert into messaging.outgoing_step (organization_id, step_id, outgoing_id, patient_id, state, reason, at, by_account)
      select organization_id, :step, outgoing_id, patient_id, :state, :reason, :now, :by from messaging.outgoing
       where organization_id = :organization and outgoing_id = :id
      """;

  private static final String FIND =
      """
      select outgoing_id, state, reason, since from messaging.outgoing
       where organization_id = :organization and outgoing_id = :id
      """;

  private static final String STEPS =
      """
      select outgoing_id, state, reason, at as since from messaging.outgoing_step
       where organization_id = :organization and outgoing_id = :id order by step_id limit 50
      """;

  private static final String COUNT =
      """
      select count(*) from messaging.outgoing
       where organization_id = :organization and to_address = :to and purpose = :purpose and begun_at > :since
      """;

  private static final String LEFT =
      """
      select outgoing_id, state, reason, since from messaging.outgoing
       where organization_id = :organization and state = 'sending' and since < :before limit 500
      """;

  private final JdbcClient jdbc;

  TextStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Between which numbers. */
  record Line(String from, String to) {

    @Override
    public String toString() {
      return "Line";
    }
  }

  /** False when one with this key was begun before. */
  boolean add(TextId id, NewText text, Line line, Instant now) {
    var added =
        jdbc.sql(ADD)
            .param("organization", text.organization().value())
            .param("id", id.value())
            .param("patient", text.patient().value())
            .param("purpose", text.purpose().code())
            .param("basis", text.basis().code())
            .param("key", text.key())
            .param("from", line.from())
            .param("to", line.to())
            .param("now", now.atOffset(UTC))
            .update();
    if (added == 1) {
      step(text.organization(), new SentText(id, TextState.SENDING, "", now));
    }
    return added == 1;
  }

  /** One more line of its history. */
  void step(OrganizationId organization, SentText one) {
    jdbc.sql(STEP)
        .param("organization", organization.value())
        .param("step", Ids.next())
        .param("id", one.id().value())
        .param("state", one.state().code())
        .param("reason", one.reason())
        .param("now", one.since().atOffset(UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .update();
  }

  Optional<SentText> find(OrganizationId organization, TextId id) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("id", id.value())
        .query((row, n) -> text(row))
        .optional();
  }

  List<SentText> history(OrganizationId organization, TextId id) {
    return jdbc.sql(STEPS)
        .param("organization", organization.value())
        .param("id", id.value())
        .query((row, n) -> text(row))
        .list();
  }

  int count(NewText text, String to, Instant since) {
    return jdbc.sql(COUNT)
        .param("organization", text.organization().value())
        .param("to", to)
        .param("purpose", text.purpose().code())
        .param("since", since.atOffset(UTC))
        .query(Integer.class)
        .single();
  }

  /** On their way since before a moment. */
  List<SentText> left(OrganizationId organization, Instant before) {
    return jdbc.sql(LEFT)
        .param("organization", organization.value())
        .param("before", before.atOffset(UTC))
        .query((row, n) -> text(row))
        .list();
  }

  private static SentText text(ResultSet row) throws SQLException {
    return new SentText(
        new TextId(row.getObject("outgoing_id", UUID.class)),
        TextState.of(row.getString("state")),
        row.getString("reason"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
