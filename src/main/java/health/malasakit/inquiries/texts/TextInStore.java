package health.malasakit.inquiries.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.TextId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TextInStore {

  private static final String ALONE_NUMBER =
      """
      select pg_advisory_xact_lock(
               hashtextextended('inquiries.text_in ' || cast(:organization as text) || ' ' || :number, 0))
      """;

  private static final String ADD =
      """
      insert into inquiries.text_in (organization_id, text_id, carrier_id, from_number, from_digits, to_number, body,
                                     media, came_at, reading, danger, why, behind)
      values (:organization, :id, :carrier, :from, :digits, :to, :body, :media, :at, :reading, :danger, :why, :behind)
      on conflict (organization_id, carrier_id) do nothing
      """;

  private static final String ABOUT =
      """
      insert into inquiries.text_about (organization_id, text_id, patient_id)
      select :organization, :id, p from unnest(cast(:patients as uuid[])) as p
      """;

  /** A text is closed to whoever may not see one of those who may have written it. */
  private static final String COLUMNS =
      """
       t.*, t.behind > (select count(*) from inquiries.text_about a
                               where a.organization_id = t.organization_id and a.text_id = t.text_id) as hidden
        from inquiries.text_in t
      """;

  private static final String FIND =
      "select"
          + COLUMNS
          + """
           where t.organization_id = :organization and t.text_id = :id
          """;

  private static final String ALONE =
      "select"
          + COLUMNS
          + """
           where t.organization_id = :organization and t.text_id = :id for update of t
          """;

  private static final String OPEN =
      "select"
          + COLUMNS
          + """
           where t.organization_id = any (:organizations) and t.became = ''
           order by (t.why = 'danger') desc, t.came_at limit 300
          """;

  private static final String DONE =
      "select"
          + COLUMNS
          + """
           where t.organization_id = any (:organizations) and t.done_by is not null and t.done_at >= :since
           order by t.done_at desc limit 100
          """;

  private static final String OF_NUMBER =
      "select"
          + COLUMNS
          + """
           where t.organization_id = :organization and t.from_digits = :digits
           order by t.came_at desc limit 20
          """;

  private static final String SETTLED_BY_RULE =
      """
      update inquiries.text_in
         set reading = :reading, why = :why, replied = :replied, reply_id = :reply, ruled_at = :now,
             became = case when :why = '' then 'itself' else became end,
             done_at = case when :why = '' then :now else done_at end, version = version + 1
       where organization_id = :organization and text_id = :id and became = ''
      """;

  private static final String SAVE =
      """
      update inquiries.text_in
         set owner = :owner, owned_at = :ownedAt, became = :became, done_by = :doneBy, done_at = :doneAt, note = :note,
             why_before = case when left(why, 7) = 'answer_' then why_before else why end,
             why = :why, version = :version
       where organization_id = :organization and text_id = :id and version = :version - 1
      """;

  private static final String STEP =
      """
      insert into inquiries.text_step (organization_id, step_id, text_id, step, words, by_id, at)
      values (:organization, :step, :id, :what, :words, :by, :at)
      """;

  private static final String STEPS =
      """
      select step, words, by_id, at from inquiries.text_step
       where organization_id = :organization and text_id = :id order by step_id limit 100
      """;

  private final JdbcClient jdbc;

  TextInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A text, whether it is closed to the reader, and why a person was needed before an answer. */
  record Seen(TextIn text, boolean hidden, TextIn.Why before) {}

  /** Two texts of a number are read one after the other. */
  void alone(OrganizationId organization, String number) {
    jdbc.sql(ALONE_NUMBER)
        .param("organization", organization.value())
        .param("number", number)
        .query((row, n) -> "")
        .single();
  }

  /** False when it was brought before. */
  boolean add(TextIn text, Collection<PatientId> about) {
    var came = text.came();
    var added =
        of(ADD, text)
            .param("carrier", came.carrierId())
            .param("from", came.from())
            .param("digits", came.phone().map(Phone::digits).orElse(""))
            .param("to", came.to())
            .param("body", came.body())
            .param("media", came.media())
            .param("at", came.at().atOffset(UTC))
            .param("reading", text.reading())
            .param("danger", text.danger())
            .param("why", text.why().code())
            .param("behind", text.behind())
            .update();
    if (added == 1 && !about.isEmpty()) {
      of(ABOUT, text)
          .param("patients", about.stream().map(PatientId::value).toArray(UUID[]::new))
          .update();
    }
    return added == 1;
  }

  Optional<Seen> find(OrganizationId organization, TextInId id) {
    return one(FIND, organization, id);
  }

  /** The text, which nobody else changes until this transaction has ended. */
  Optional<Seen> alone(OrganizationId organization, TextInId id) {
    return one(ALONE, organization, id);
  }

  /** Danger first, then the oldest; 300 at most. */
  List<Seen> open(Collection<OrganizationId> where) {
    return jdbc.sql(OPEN).param("organizations", ids(where)).query(TextInRow::seen).list();
  }

  /** What people settled since a moment, the latest first; 100 at most. */
  List<Seen> done(Collection<OrganizationId> where, Instant since) {
    return jdbc.sql(DONE)
        .param("organizations", ids(where))
        .param("since", since.atOffset(UTC))
        .query(TextInRow::seen)
        .list();
  }

  /** What came from a number, the newest first; 20 at most. */
  List<Seen> ofNumber(OrganizationId organization, Phone number) {
    return jdbc.sql(OF_NUMBER)
        .param("organization", organization.value())
        .param("digits", number.digits())
        .query(TextInRow::seen)
        .list();
  }

  /** What rules made of it: settled, when no person is needed. */
  void ruled(TextIn text, Instant now) {
    of(SETTLED_BY_RULE, text)
        .param("reading", text.reading())
        .param("why", text.why().code())
        .param("replied", text.replied().code())
        .param("reply", text.replied().text().map(TextId::value).orElse(null))
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** False when somebody was faster. */
  boolean save(TextIn text) {
    return of(SAVE, text).params(TextInRow.changing(text)).update() == 1;
  }

  void remember(TextIn text, TextInStep step) {
    of(STEP, text)
        .param("step", Ids.next())
        .param("what", step.what())
        .param("words", step.words())
        .param("by", step.by().map(AccountId::value).orElse(null))
        .param("at", step.at().atOffset(UTC))
        .update();
  }

  List<TextInStep> steps(TextIn text) {
    return of(STEPS, text).query(TextInRow::step).list();
  }

  private Optional<Seen> one(String sql, OrganizationId organization, TextInId id) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(TextInRow::seen)
        .optional();
  }

  private JdbcClient.StatementSpec of(String sql, TextIn text) {
    return jdbc.sql(sql)
        .param("organization", text.organization().value())
        .param("id", text.id().value());
  }

  private static UUID[] ids(Collection<OrganizationId> where) {
    return where.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
