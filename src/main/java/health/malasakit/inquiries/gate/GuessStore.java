package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
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
class GuessStore {

  /** Always in one order: two calls about the same wait for each other, not both at once. */
  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('inquiries.guesses ' || key, 0))
        from (select key from unnest(cast(:keys as text[])) as key order by key collate "C") as sorted
      """;

  private static final String ADD =
      """
      insert into inquiries.wrong_answer (organization_id, wrong_answer_id, about, mark, call_id, at)
      values (:organization, :id, :about, :mark, :call, :now)
      """;

  /** A question that was closed begins anew when it opens again. */
  private static final String COUNTED =
      """
      select count(*) from inquiries.wrong_answer w
       where w.organization_id = :organization and w.mark = :mark and w.at > :since
         and not exists (select 1 from inquiries.gate_closing c
                          where c.organization_id = w.organization_id and c.mark = w.mark
                            and coalesce(c.reopened_at, c.ends_at) > w.at)
      """;

  private static final String CLOSE =
      """
      insert into inquiries.gate_closing (organization_id, closing_id, about, mark, patient_id, call_id, closed_at, ends_at)
      values (:organization, :id, :about, :mark, :patient, :call, :at, :until)
      """;

  private static final String STANDING =
      """
      select organization_id, closing_id, about, patient_id, call_id, closed_at, ends_at from inquiries.gate_closing
       where organization_id = :organization and mark = any (:marks) and ends_at > :now and reopened_at is null
       order by ends_at desc limit 20
      """;

  private static final String ALL_STANDING =
      """
      select organization_id, closing_id, about, patient_id, call_id, closed_at, ends_at from inquiries.gate_closing
       where organization_id = any (:organizations) and ends_at > :now and reopened_at is null
       order by ends_at desc limit 200
      """;

  private static final String REOPEN =
      """
      update inquiries.gate_closing set reopened_by = :by, reopened_at = :now, reason = :reason
       where organization_id = any (:organizations) and closing_id = :id and ends_at > :now and reopened_at is null
      returning organization_id
      """;

  private final JdbcClient jdbc;

  GuessStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until this transaction has ended nobody else answers about these. */
  void alone(OrganizationId organization, Collection<Guessed> some) {
    jdbc.sql(ALONE)
        .param(
            "keys",
            some.stream().map(one -> organization + " " + one.mark()).toArray(String[]::new))
        .query((row, n) -> n)
        .list();
  }

  void add(OrganizationId organization, Guessed one, CallId call, Instant now) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("about", one.about().code())
        .param("mark", one.mark())
        .param("call", call.value())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** How many answers about it did not match since then. */
  int counted(OrganizationId organization, Guessed one, Instant since) {
    return jdbc.sql(COUNTED)
        .param("organization", organization.value())
        .param("mark", one.mark())
        .param("since", since.atOffset(UTC))
        .query(Integer.class)
        .single();
  }

  void close(Closing closing, Guessed one) {
    jdbc.sql(CLOSE)
        .param("organization", closing.organization().value())
        .param("id", closing.id())
        .param("about", closing.about().code())
        .param("mark", one.mark())
        .param("patient", closing.patient().map(PatientId::value).orElse(null))
        .param("call", closing.call().value())
        .param("at", closing.at().atOffset(UTC))
        .param("until", closing.until().atOffset(UTC))
        .update();
  }

  /** Which closings of these stand now, the one that ends last first. */
  List<Closing> standing(OrganizationId organization, Collection<Guessed> some, Instant now) {
    return jdbc.sql(STANDING)
        .param("organization", organization.value())
        .param("marks", some.stream().map(Guessed::mark).toArray(String[]::new))
        .param("now", now.atOffset(UTC))
        .query((row, n) -> closing(row))
        .list();
  }

  /** All that stand at these clinics; 200 at most. */
  List<Closing> standing(Collection<OrganizationId> organizations, Instant now) {
    return jdbc.sql(ALL_STANDING)
        .param("organizations", ids(organizations))
        .param("now", now.atOffset(UTC))
        .query((row, n) -> closing(row))
        .list();
  }

  /** Of which clinic it was; empty when none of these has it, or it stands no more. */
  Optional<OrganizationId> reopen(
      Collection<OrganizationId> organizations, UUID id, Reopened reopened) {
    return jdbc.sql(REOPEN)
        .param("organizations", ids(organizations))
        .param("id", id)
        .param("by", reopened.by().value())
        .param("now", reopened.at().atOffset(UTC))
        .param("reason", reopened.reason())
        .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Who opened it before the day was over, and why. */
  record Reopened(AccountId by, Instant at, String reason) {}

  private static UUID[] ids(Collection<OrganizationId> organizations) {
    return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }

  private static Closing closing(ResultSet row) throws SQLException {
    return new Closing(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("closing_id", UUID.class),
        Closing.About.of(row.getString("about")),
        Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(id -> new PatientId(id)),
        new CallId(row.getObject("call_id", UUID.class)),
        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }
}
