package health.malasakit.scheduling;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.book.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HoldStore {

  private static final String ADD =
      """
      insert into scheduling.hold
        (organization_id, id, patient_id, practitioner_id, site_id, visit_type_id, moves_visit_id, local_start,
         zone, fold, starts_at, ends_at, account_id, held_at, until, despite)
      values (:organization, :id, :patient, :practitioner, :site, :type, :moves, :local,
         :zone, :fold, :starts, :ends, :account, :heldAt, :until, :despite)
      """;

  private static final String COLUMNS =
      """
      select organization_id, id, patient_id, practitioner_id, site_id, visit_type_id, moves_visit_id,
             local_start, zone, fold, ends_at, account_id, held_at, until, despite
        from scheduling.hold
      """;

  private static final String BY_ID = COLUMNS + " where id = :id and account_id = :account limit 2";

  private static final String OF_ACCOUNT =
      COLUMNS
          + """
           where organization_id = :organization and account_id = :account
             and (patient_id = :patient or until < :now)
           order by id limit 100
          """;

  private static final String AT_SITE =
      COLUMNS
          + """
           where organization_id = :organization and site_id = :site
             and starts_at >= :from and starts_at < :to and until > :now
           order by starts_at, id limit 500
          """;

  private static final String RENEW =
      """
      update scheduling.hold set until = :until where organization_id = :organization and id = :id
      """;

  private static final String DELETE =
      """
      delete from scheduling.hold where organization_id = :organization and id = :id
      """;

  private final JdbcClient jdbc;

  HoldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Hold hold) {
    jdbc.sql(ADD)
        .param("organization", hold.organization().value())
        .param("id", hold.id().value())
        .param("patient", hold.patient().value())
        .param("practitioner", hold.where().practitioner().value())
        .param("site", hold.where().site().value())
        .param("type", hold.where().type().value())
        .param("moves", hold.moves().map(VisitId::value).orElse(null))
        .param("local", hold.time().start().local())
        .param("zone", hold.time().zone().getId())
        .param("fold", VisitRow.code(hold.time().start().fold()))
        .param("starts", hold.time().from().atOffset(UTC))
        .param("ends", hold.time().end().atOffset(UTC))
        .param("account", hold.by().value())
        .param("heldAt", hold.heldAt().atOffset(UTC))
        .param("until", hold.until().atOffset(UTC))
        .param("despite", hold.despite())
        .update();
  }

  Optional<Hold> find(HoldId id, AccountId account) {
    return jdbc.sql(BY_ID)
        .param("id", id.value())
        .param("account", account.value())
        .query((row, n) -> hold(row))
        .optional();
  }

  /** Her other holds for this patient, and hers that have ended: to be cleared away. */
  List<Hold> leftBehind(
      OrganizationId organization, AccountId account, PatientId patient, Instant now) {
    return jdbc.sql(OF_ACCOUNT)
        .param("organization", organization.value())
        .param("account", account.value())
        .param("patient", patient.value())
        .param("now", now.atOffset(UTC))
        .query((row, n) -> hold(row))
        .list();
  }

  List<Hold> atSite(OrganizationId organization, SiteId site, Stretch when, Instant now) {
    return jdbc.sql(AT_SITE)
        .param("organization", organization.value())
        .param("site", site.value())
        .param("from", when.from().atOffset(UTC))
        .param("to", when.to().atOffset(UTC))
        .param("now", now.atOffset(UTC))
        .query((row, n) -> hold(row))
        .list();
  }

  void renew(Hold hold, Instant until) {
    jdbc.sql(RENEW)
        .param("organization", hold.organization().value())
        .param("id", hold.id().value())
        .param("until", until.atOffset(UTC))
        .update();
  }

  void delete(Hold hold) {
    jdbc.sql(DELETE)
        .param("organization", hold.organization().value())
        .param("id", hold.id().value())
        .update();
  }

  private static Hold hold(ResultSet row) throws SQLException {
    var start =
        new WallTime(
            row.getObject("local_start", LocalDateTime.class),
            ZoneId.of(row.getString("zone")),
            VisitRow.fold(row.getString("fold")));
    return new Hold(
        new HoldId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new Hold.Where(
            new SiteId(row.getObject("site_id", UUID.class)),
            new PractitionerId(row.getObject("practitioner_id", UUID.class)),
            new VisitTypeId(row.getObject("visit_type_id", UUID.class))),
        new VisitTime(start, instant(row, "ends_at")),
        Optional.ofNullable(row.getObject("moves_visit_id", UUID.class)).map(VisitId::new),
        new AccountId(row.getObject("account_id", UUID.class)),
        instant(row, "held_at"),
        instant(row, "until"),
        row.getString("despite"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
