package health.malasakit.inquiries.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What texts did with visits, and which lists were asked. */
@Repository
class TextActStore {

  private static final String ADD =
      """
      insert into inquiries.text_act (organization_id, act_id, text_id, visit_id, patient_id, from_digits, act, at)
      values (:organization, :act, :id, :visit, :patient, :digits, :what, :at)
      """;

  private static final String LAST =
      """
      select visit_id, patient_id, act, at from inquiries.text_act
       where organization_id = :organization and from_digits = :digits and at > :since and act in ('cancelled', 'undone')
       order by act_id desc limit 1
      """;

  private static final String OF_TEXT =
      """
      select visit_id, patient_id, act, at from inquiries.text_act
       where organization_id = :organization and text_id = :id order by act_id limit 10
      """;

  private static final String ASK =
      """
      insert into inquiries.text_question (organization_id, question_id, text_id, from_digits, act, visits, versions, asked_at)
      values (:organization, :question, :id, :digits, :what, :visits, :versions, :at)
      """;

  private static final String ASKED =
      """
      select question_id, act, visits, versions, asked_at, answered_at is null as open, stands from inquiries.text_question
       where organization_id = :organization and from_digits = :digits and asked_at > :since
       order by question_id desc limit 1
      """;

  private static final String ANSWERED =
      """
      update inquiries.text_question set answered_at = :at
       where organization_id = :organization and question_id = :question
      """;

  private final JdbcClient jdbc;

  TextActStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a text did with a visit: confirmed, cancelled, undone, or nothing but asking:
   * asked_to_move, too_late to cancel it, given_away before it was undone.
   */
  record Act(VisitId visit, PatientId patient, String what, Instant at) {}

  /**
   * A list that was sent.
   *
   * @param visits each as it was told
   * @param open until a digit answers it
   * @param doubted while nobody knows whether it arrived
   */
  record Question(
      UUID id,
      Reading.Kind act,
      List<LastReminder.Named> visits,
      Instant at,
      boolean open,
      boolean doubted) {}

  void add(TextIn text, Answers.Hers hers, String what, Instant now) {
    of(ADD, text)
        .param("act", Ids.next())
        .param("visit", hers.visit().value())
        .param("patient", hers.patient().value())
        .param("digits", digits(text))
        .param("what", what)
        .param("at", now.atOffset(UTC))
        .update();
  }

  /** The last cancelling from this number since a moment, unless it was undone. */
  Optional<Act> cancelled(OrganizationId organization, Phone number, Instant since) {
    return jdbc.sql(LAST)
        .param("organization", organization.value())
        .param("digits", number.digits())
        .param("since", since.atOffset(UTC))
        .query((row, n) -> act(row))
        .optional()
        .filter(act -> act.what().equals("cancelled"));
  }

  /** What this text did. */
  List<Act> of(TextIn text) {
    return of(OF_TEXT, text).query((row, n) -> act(row)).list();
  }

  void ask(TextIn text, Reading.Kind act, List<LastReminder.Named> visits, Instant now) {
    of(ASK, text)
        .param("question", Ids.next())
        .param("digits", digits(text))
        .param("what", act.name().toLowerCase(Locale.ROOT))
        .param("visits", visits.stream().map(LastReminder.Named::visit).toArray(UUID[]::new))
        .param("versions", visits.stream().map(LastReminder.Named::version).toArray(Integer[]::new))
        .param("at", now.atOffset(UTC))
        .update();
  }

  /** The last list that was sent to a number since a moment, unless it did not arrive. */
  Optional<Question> asked(OrganizationId organization, Phone number, Instant since) {
    return jdbc.sql(ASKED)
        .param("organization", organization.value())
        .param("digits", number.digits())
        .param("since", since.atOffset(UTC))
        .query((row, n) ->
            row.getString("stands").equals("lost") ? none() : Optional.of(question(row)))
        .optional()
        .flatMap(one -> one);
  }

  private static Optional<Question> none() {
    return Optional.empty();
  }

  void answered(OrganizationId organization, Question question, Instant now) {
    jdbc.sql(ANSWERED)
        .param("organization", organization.value())
        .param("question", question.id())
        .param("at", now.atOffset(UTC))
        .update();
  }

  private static Question question(ResultSet row) throws SQLException {
    var visits = (UUID[]) row.getArray("visits").getArray();
    var versions = (Integer[]) row.getArray("versions").getArray();
    return new Question(
        row.getObject("question_id", UUID.class),
        Reading.Kind.of(row.getString("act")),
        IntStream.range(0, visits.length)
            .mapToObj(n -> new LastReminder.Named(visits[n], versions[n]))
            .toList(),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("open"),
        row.getString("stands").equals("doubted"));
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(
        new VisitId(row.getObject("visit_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getString("act"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static String digits(TextIn text) {
    return text.came().phone().map(Phone::digits).orElse("");
  }

  private JdbcClient.StatementSpec of(String sql, TextIn text) {
    return jdbc.sql(sql)
        .param("organization", text.organization().value())
        .param("id", text.id().value());
  }
}
