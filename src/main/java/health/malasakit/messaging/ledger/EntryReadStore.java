package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger. */
@Repository
class EntryReadStore {

  private static final String DUE =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.state in ('planned', 'held') and e.due_at <= :now
             and e.settled_at is null
           order by e.due_at, e.entry_id limit 2000
          """;

  private static final String GONE =
      """
      select e.entry_id from messaging.entry e
       where e.organization_id = :organization and e.visit_id = :visit
         and exists (select from messaging.entry w
               join messaging.entry_step s on s.organization_id = w.organization_id and s.entry_id = w.entry_id
               join messaging.outgoing o on o.organization_id = s.organization_id and o.outgoing_id = s.outgoing_id
              where w.organization_id = e.organization_id and w.visit_id = e.visit_id and w.visit_version = e.visit_version
                and w.step = e.step and w.patient_id = e.patient_id
                and o.state in ('sending', 'handed_over', 'delivered', 'in_doubt'))
      """;

  private static final String REMINDERS =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.patient_id = any (:patients)
             and e.due_at <= :until and (e.state = 'planned' or (e.state = 'held' and e.due_at <= :now))
             and e.step in ('week', 'three_days', 'day') and e.settled_at is null
           order by e.due_at, e.entry_id limit 5000
          """;

  private static final String OF_VISIT =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.visit_id = :visit order by e.entry_id limit 500
          """;

  private static final String OF_PATIENT =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.patient_id = :patient
           order by e.due_at desc, e.entry_id desc limit 200
          """;

  /** What was refused or did not arrive, and was not looked at yet. */
  private static final String TO_FOLLOW =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.state = 'out' and not e.followed
             and o.state in ('refused', 'failed')
           order by e.since limit 500
          """;

  private static final String FIND =
      EntryRow.COLUMNS
          + """
           where e.entry_id = :id and e.organization_id = any (:organizations)
          """;

  /**
   * What was answered by itself says nothing new; what a person answered does. What was written to
   * her between a backup and its restore is not known here.
   */
  private static final String LAST_TO =
      """
      select last.outgoing_id from (
        select o.outgoing_id, o.purpose, o.state, o.begun_at from messaging.outgoing o
         where o.organization_id = :organization and o.to_address = :to and o.channel = 'text'
           and (o.purpose <> 'reply' or o.key like 'reply/%/person/%')
         order by o.begun_at desc, o.outgoing_id desc limit 1) last
       where last.purpose = 'visit' and last.state in ('handed_over', 'delivered')
         and last.begun_at > coalesce((select max(r.restored_at) from messaging.restored r), '-infinity')
      """;

  private static final String OF_OUTGOING =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.outgoing_id = :outgoing order by e.entry_id limit 100
          """;

  private final JdbcClient jdbc;

  EntryReadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Due and unsent, the longest due first; 2000 at most. */
  List<Entry> due(OrganizationId organization, Instant now) {
    return of(DUE, organization)
        .param("now", now.atOffset(UTC))
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  /** Lines of a visit whose step may have reached her, by any channel, each time it was tried. */
  Set<EntryId> gone(OrganizationId organization, UUID visit) {
    return of(GONE, organization)
        .param("visit", visit)
        .query((row, n) -> new EntryId(row.getObject("entry_id", UUID.class)))
        .set();
  }

  /** Reminders of these patients that are due, and those that fall due by then. */
  List<Entry> reminders(
      OrganizationId organization, Collection<PatientId> patients, Instant now, Instant until) {
    return of(REMINDERS, organization)
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param("now", now.atOffset(UTC))
        .param("until", until.atOffset(UTC))
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  List<Entry> ofVisit(OrganizationId organization, UUID visit) {
    return of(OF_VISIT, organization)
        .param("visit", visit)
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  List<Entry> ofPatient(OrganizationId organization, PatientId patient) {
    return of(OF_PATIENT, organization)
        .param("patient", patient.value())
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  List<Entry> toFollow(OrganizationId organization) {
    return of(TO_FOLLOW, organization).query((row, n) -> EntryRow.read(row)).list();
  }

  Optional<Entry> find(Collection<OrganizationId> organizations, EntryId id) {
    return jdbc.sql(FIND)
        .param("id", id.value())
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query((row, n) -> EntryRow.read(row))
        .optional();
  }

  /**
   * Which lines the last text to this number carried; none unless it was about visits and went out.
   */
  List<Entry> lastTo(OrganizationId organization, String number) {
    var last = of(LAST_TO, organization).param("to", number).query(UUID.class).optional();
    return last.map(outgoing ->
            of(OF_OUTGOING, organization)
                .param("outgoing", outgoing)
                .query((row, n) -> EntryRow.read(row))
                .list())
        .orElse(List.of());
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }
}
