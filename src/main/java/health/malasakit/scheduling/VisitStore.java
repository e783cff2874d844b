package health.malasakit.scheduling;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.book.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitStore {

  /** What is written into the history. */
  record Note(String act, String reason, Optional<AccountId> by, Instant at) {}

  private static final String ADD =
      """
      insert into scheduling.visit
        (organization_id, id, patient_id, site_id, practitioner_id, visit_type_id, local_start, zone, fold,
         zone_data, starts_at, ends_at, status, arrived_at, done_at, missed_at, cancelled_at, cancelled_by,
         cancel_reason, origin, source_id, title, confidential, version, booked_by, booked_at)
      values (:organization, :id, :patient, :site, :practitioner, :type, :local, :zone, :fold,
         :zoneData, :starts, :ends, :status, :arrived, :done, :missed, :cancelled, :cancelledBy,
         :cancelReason, :origin, :source, :title, :confidential, :version, :account, :now)
      on conflict (organization_id, source_id) do nothing
      """;

  private static final String CHANGE =
      """
      update scheduling.visit
         set patient_id = :patient, site_id = :site, practitioner_id = :practitioner, visit_type_id = :type,
             local_start = :local, zone = :zone, fold = :fold, zone_data = :zoneData, starts_at = :starts, ends_at = :ends,
             status = :status, arrived_at = :arrived, done_at = :done, missed_at = :missed,
             cancelled_at = :cancelled, cancelled_by = :cancelledBy, cancel_reason = :cancelReason,
             confidential = :confidential, version = :version
       where organization_id = :organization and id = :id and version = :version - 1
      """;

  private static final String CORRECT_IMPORTED =
      """
      update scheduling.visit
         set patient_id = :patient, site_id = :site, practitioner_id = :practitioner, local_start = :local,
             zone = :zone, fold = :fold, zone_data = :zoneData, starts_at = :starts, ends_at = :ends,
             done_at = :done, title = :title, version = version + 1
       where organization_id = :organization and id = :known and origin = 'imported'
         and (patient_id, site_id, practitioner_id, zone, starts_at, ends_at, title)
             is distinct from
             (:patient, :site, cast(:practitioner as uuid), :zone, :starts, :ends, cast(:title as text))
      """;

  private static final String NOTE =
      """
      insert into scheduling.visit_change
        (organization_id, id, visit_id, patient_id, at, account_id, act, version, local_start, zone,
         practitioner_id, site_id, reason)
      values (:organization, :change, :id, :patient, :now, :account, :act, :version, :local, :zone,
         :practitioner, :site, :reason)
      """;

  private static final String COLUMNS =
      """
      select organization_id, id, patient_id, site_id, practitioner_id, visit_type_id, local_start, zone, fold,
             ends_at, status, arrived_at, done_at, missed_at, cancelled_at, cancelled_by, cancel_reason,
             origin, title, confidential, version
        from scheduling.visit
      """;

  private static final String BY_ID =
      COLUMNS + " where id = :id and organization_id = any (cast(:organizations as uuid[]))";

  private static final String BY_SOURCE =
      """
      select id from scheduling.visit where organization_id = :organization and source_id = :source
      """;

  private static final String OF_PATIENT =
      COLUMNS
          + """
           where organization_id = :organization and patient_id = :patient
           order by starts_at desc limit 500
          """;

  private static final String AT_SITE =
      COLUMNS
          + """
           where organization_id = :organization and site_id = :site
             and starts_at >= :from and starts_at < :to and origin = 'here'
           order by starts_at, id limit 1000
          """;

  private static final String BY_IDS =
      COLUMNS
          + """
           where organization_id = any (cast(:organizations as uuid[])) and id = any (cast(:ids as uuid[]))
           order by starts_at, id limit 1000
          """;

  private static final String HISTORY =
      """
      select at, account_id, act, version, local_start, zone, reason
        from scheduling.visit_change
       where organization_id = :organization and visit_id = :id
       order by id desc limit 200
      """;
  private static final String CHANGED_SINCE =
      """
      select visit_id, patient_id, at, account_id, act, version, local_start, zone, reason from scheduling.visit_change
       where organization_id = :organization and patient_id = any (:patients) and account_id = :by and at >= :since
       order by at desc, id desc limit 200
      """;
  private static final String CONTACT_ABOUT =
      """
      select m.nth from unnest(cast(:moments as timestamptz[])) with ordinality as m (moment, nth)
       where scheduling.may_contact_about(:organization, :id, :reached, m.moment) order by m.nth limit 1
      """;

  private final JdbcClient jdbc;

  VisitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when an imported visit of this source is there already. */
  boolean add(Visit visit, Optional<String> source, Optional<AccountId> by, Instant now) {
    var statement = VisitRow.bind(jdbc.sql(ADD), visit);
    return statement
            .param("origin", visit.origin() == Visit.Origin.HERE ? "here" : "imported")
            .param("source", source.orElse(null))
            .param("title", visit.place().title().isEmpty() ? null : visit.place().title())
            .param("account", by.map(AccountId::value).orElse(null))
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** Makes an imported visit say what a later file says; false when that is nothing new. */
  boolean correctImported(VisitId known, Visit visit) {
    return VisitRow.bind(jdbc.sql(CORRECT_IMPORTED), visit)
            .param("known", known.value())
            .param("title", visit.place().title().isEmpty() ? null : visit.place().title())
            .update()
        == 1;
  }

  /** False when somebody else changed it meanwhile. */
  boolean change(Visit visit) {
    return VisitRow.bind(jdbc.sql(CHANGE), visit).update() == 1;
  }

  void note(UUID change, Visit visit, Note note) {
    jdbc.sql(NOTE)
        .param("organization", visit.organization().value())
        .param("change", change)
        .param("id", visit.id().value())
        .param("patient", visit.patient().value())
        .param("now", note.at().atOffset(UTC))
        .param("account", note.by().map(AccountId::value).orElse(null))
        .param("act", note.act())
        .param("version", visit.version())
        .param("local", visit.time().start().local())
        .param("zone", visit.time().zone().getId())
        .param("practitioner", visit.place().practitioner().map(PractitionerId::value).orElse(null))
        .param("site", visit.site().value())
        .param("reason", note.reason())
        .update();
  }

  Optional<Visit> find(Collection<OrganizationId> scope, VisitId id) {
    return jdbc.sql(BY_ID)
        .param("id", id.value())
        .param("organizations", scope.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query((row, n) -> VisitRow.read(row))
        .optional();
  }

  Optional<VisitId> bySource(OrganizationId organization, String source) {
    return jdbc.sql(BY_SOURCE)
        .param("organization", organization.value())
        .param("source", source)
        .query((row, n) -> new VisitId(row.getObject(1, UUID.class)))
        .optional();
  }

  List<Visit> all(Collection<OrganizationId> scope, Collection<VisitId> ids) {
    return jdbc.sql(BY_IDS)
        .param("organizations", scope.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("ids", ids.stream().map(VisitId::value).toArray(UUID[]::new))
        .query((row, n) -> VisitRow.read(row))
        .list();
  }

  List<Visit> ofPatient(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) -> VisitRow.read(row))
        .list();
  }

  List<Visit> atSite(OrganizationId organization, SiteId site, Stretch when) {
    return jdbc.sql(AT_SITE)
        .param("organization", organization.value())
        .param("site", site.value())
        .param("from", when.from().atOffset(UTC))
        .param("to", when.to().atOffset(UTC))
        .query((row, n) -> VisitRow.read(row))
        .list();
  }

  List<VisitChange> history(Visit visit) {
    return jdbc.sql(HISTORY)
        .param("organization", visit.organization().value())
        .param("id", visit.id().value())
        .query((row, n) -> VisitRow.change(row))
        .list();
  }

  List<Visits.Changed> changedSince(
      OrganizationId organization, Collection<PatientId> patients, AccountId by, Instant since) {
    return jdbc.sql(CHANGED_SINCE)
        .param("organization", organization.value())
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param("by", by.value())
        .param("since", since.atOffset(UTC))
        .query((row, n) -> VisitRow.changed(row))
        .list();
  }

  Optional<Instant> contactAbout(
      OrganizationId organization, VisitId visit, String reached, List<Instant> moments) {
    return jdbc.sql(CONTACT_ABOUT)
        .param("organization", organization.value())
        .param("id", visit.value())
        .param("reached", reached)
        .param("moments", moments.stream().map(Instant::toString).toArray(String[]::new))
        .query(Integer.class)
        .optional()
        .map(nth -> moments.get(nth - 1));
  }
}
