package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A UUID of version 7 begins with its time, so a range of ids is a range of time. */
@Repository
class AuditLineStore {

  private static final String OF_PATIENT =
      """
      select organization_id, id, at, account_id, actor, country, task, act, subject, subject_id,
             patient_id, detail
        from audit.line
       where organization_id = :organization and patient_id = :patient and id < :before
       order by id desc limit :most
      """;

  private static final String LISTING =
      """
      select l.organization_id, l.id, l.at, l.account_id, l.actor, l.country, l.task, l.act,
             l.subject, l.subject_id, d.patient_id, l.detail
        from (select organization_id, line_id, patient_id from audit.listed
               where organization_id = :organization and patient_id = :patient
                 and line_id < :before
               order by line_id desc limit :most) d
        join audit.line l on l.organization_id = d.organization_id and l.id = d.line_id
       order by l.id desc
      """;

  private static final String OF_PERSON =
      """
      select organization_id, id, at, account_id, actor, country, task, act, subject, subject_id,
             patient_id, detail
        from audit.line
       where organization_id = :organization and account_id = :account and id < :before
       order by id desc limit :most
      """;

  private static final String BETWEEN =
      """
      select organization_id, id, at, account_id, actor, country, task, act, subject, subject_id,
             patient_id, detail
        from audit.line
       where organization_id = :organization and id >= :from and id < :before
       order by id desc limit :most
      """;

  private static final String OPENED =
      """
      select organization_id, id, at, account_id, actor, country, task, act, subject, subject_id,
             patient_id, detail
        from audit.line
       where organization_id = :organization and act = 'opened' and id >= :from and id < :before
       order by id desc limit :most
      """;

  private static final String REOPENED =
      """
      select line_id, times from audit.reopening
       where organization_id = :organization and line_id = any (cast(:lines as uuid[]))
         and times > 1
      """;

  private final JdbcClient jdbc;

  AuditLineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static UUID firstIdOf(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16, 0);
  }

  List<Line> ofPatient(OrganizationId organization, PatientId patient, UUID before, int most) {
    return of(OF_PATIENT, organization, before, most)
        .param("patient", patient.value())
        .query(LineRow::lineOf)
        .list();
  }

  /** The result sets in which a patient was shown. */
  List<Line> listing(OrganizationId organization, PatientId patient, UUID before, int most) {
    return of(LISTING, organization, before, most)
        .param("patient", patient.value())
        .query(LineRow::lineOf)
        .list();
  }

  List<Line> ofPerson(OrganizationId organization, AccountId account, UUID before, int most) {
    return of(OF_PERSON, organization, before, most)
        .param("account", account.value())
        .query(LineRow::lineOf)
        .list();
  }

  List<Line> between(OrganizationId organization, Instant from, UUID before, int most) {
    return of(BETWEEN, organization, before, most)
        .param("from", firstIdOf(from))
        .query(LineRow::lineOf)
        .list();
  }

  List<Line> opened(OrganizationId organization, Instant from, UUID before, int most) {
    return of(OPENED, organization, before, most)
        .param("from", firstIdOf(from))
        .query(LineRow::lineOf)
        .list();
  }

  /** How often, for those of these lines that stand for more than one opening. */
  Map<UUID, Integer> reopened(OrganizationId organization, Collection<UUID> lines) {
    var times = new HashMap<UUID, Integer>();
    jdbc.sql(REOPENED)
        .param("organization", organization.value())
        .param("lines", lines.toArray(UUID[]::new))
        .query(row -> {
          times.put(row.getObject("line_id", UUID.class), row.getInt("times"));
        });
    return times;
  }

  private JdbcClient.StatementSpec of(
      String sql, OrganizationId organization, UUID before, int most) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("before", before)
        .param("most", most);
  }
}
