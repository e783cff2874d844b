package health.malasakit.access.records;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BreakGlassStore {

  private static final String ADD =
      """
      insert into access.break_glass
             (organization_id, id, patient_id, account_id, reason, opened_at, closes_at)
      values (:organization, :id, :patient, :account, :reason, :opened, :closes)
      """;

  private static final String OPEN =
      """
      select distinct patient_id from access.break_glass
       where organization_id = :organization and account_id = :account
         and patient_id = any (:patients) and closes_at > :now
       limit 5000
      """;

  private static final String OPENED_BY =
      """
      select distinct patient_id from access.break_glass
       where organization_id = :organization and account_id = :account
         and patient_id = any (:patients)
       limit 5000
      """;

  private static final String TO_REVIEW =
      """
      select id, patient_id, account_id, reason, opened_at from access.break_glass
       where organization_id = :organization and reviewed_at is null
       order by opened_at limit 200
      """;

  private static final String WAITING =
      """
      select count(*) as waiting, count(*) filter (where opened_at < :before) as overdue,
             min(opened_at) as oldest
        from access.break_glass where organization_id = :organization and reviewed_at is null
      """;

  private static final String REVIEWED =
      """
      select id, patient_id, account_id, reason, opened_at, reviewed_by, reviewed_at, finding, found
        from access.break_glass
       where organization_id = :organization and reviewed_at is not null
       order by reviewed_at desc limit 20
      """;

  private static final String REVIEW =
      """
      update access.break_glass
         set reviewed_by = :by, reviewed_at = :now, finding = :finding, found = :found
       where organization_id = :organization and id = :id and reviewed_at is null
         and account_id <> :by
      """;

  private final JdbcClient jdbc;

  BreakGlassStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, BreakGlass.Opening opening, Instant closes) {
    of(ADD, organization)
        .param("id", opening.id())
        .param("patient", opening.patient().value())
        .param("account", opening.account().value())
        .param("reason", opening.reason())
        .param("opened", opening.openedAt().atOffset(ZoneOffset.UTC))
        .param("closes", closes.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Which of these a person has open now. */
  Set<PatientId> open(
      OrganizationId organization, AccountId account, Collection<PatientId> patients, Instant now) {
    return patients(
        of(OPEN, organization).param("now", now.atOffset(ZoneOffset.UTC)), account, patients);
  }

  /** Which of these a person ever opened. */
  Set<PatientId> everOpened(
      OrganizationId organization, AccountId account, Collection<PatientId> patients) {
    return patients(of(OPENED_BY, organization), account, patients);
  }

  List<BreakGlass.Opening> toReview(OrganizationId organization) {
    return of(TO_REVIEW, organization).query((row, n) -> opening(row)).list();
  }

  BreakGlass.Waiting waiting(OrganizationId organization, Instant overdueBefore) {
    return of(WAITING, organization)
        .param("before", overdueBefore.atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new BreakGlass.Waiting(
                row.getInt("waiting"),
                row.getInt("overdue"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .single();
  }

  List<BreakGlass.Reviewed> reviewed(OrganizationId organization) {
    return of(REVIEWED, organization).query((row, n) -> reviewed(row)).list();
  }

  private static BreakGlass.Opening opening(ResultSet row) throws SQLException {
    return new BreakGlass.Opening(
        row.getObject("id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("reason"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static BreakGlass.Reviewed reviewed(ResultSet row) throws SQLException {
    var finding = BreakGlass.Finding.valueOf(row.getString("finding").toUpperCase(Locale.ROOT));
    var words = Optional.ofNullable(row.getString("found")).orElse("");
    return new BreakGlass.Reviewed(
        opening(row),
        new AccountId(row.getObject("reviewed_by", UUID.class)),
        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
        new BreakGlass.Found(finding, words));
  }

  /** A review: which opening, by whom, and what was found. */
  record Review(UUID id, AccountId by, BreakGlass.Found found) {}

  boolean review(OrganizationId organization, Review review, Instant now) {
    return of(REVIEW, organization)
            .param("id", review.id())
            .param("by", review.by().value())
            .param("finding", review.found().finding().name().toLowerCase(Locale.ROOT))
            .param("found", review.found().words())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static Set<PatientId> patients(
      JdbcClient.StatementSpec question, AccountId account, Collection<PatientId> patients) {
    return new HashSet<>(
        question
            .param("account", account.value())
            .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
            .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
            .list());
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }
}
