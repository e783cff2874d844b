package health.malasakit.inquiries.redflags;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EmergencyStore {

  /** Of two browsers of hers one is first; the other finds the emergency that is open then. */
  private static final String ADD =
      """
      insert into inquiries.emergency (organization_id, emergency_id, flag, call_id, patient_id, opened_by,
                                       opened_at, callback)
      values (:organization, :id, :flag, :call, :patient, :by, :now, :callback)
      on conflict (organization_id, opened_by, call_id) where closed_at is null do nothing
      """;

  private static final String FIND =
      """
      select * from inquiries.emergency where organization_id = :organization and emergency_id = :id
      """;

  private static final String OPEN_OF =
      """
      select * from inquiries.emergency
       where organization_id = any (:organizations) and opened_by = :account and closed_at is null
       order by opened_at desc limit 20
      """;

  /** Of whomever, for who leads there. */
  private static final String OPEN_OF_OTHERS =
      """
      select * from inquiries.emergency
       where organization_id = any (:organizations) and closed_at is null and opened_by <> :account
       order by opened_at limit 50
      """;

  private static final String OF_PATIENT =
      """
      select * from inquiries.emergency
       where organization_id = :organization and patient_id = :patient order by opened_at desc limit 50
      """;

  private static final String IN_CALL =
      """
      select * from inquiries.emergency
       where organization_id = :organization and call_id = :call order by opened_at desc limit 20
      """;

  private static final String ABOUT =
      """
      update inquiries.emergency set patient_id = :patient
       where organization_id = :organization and emergency_id = :id
      """;

  private static final String FLAG =
      """
      update inquiries.emergency set flag = :flag
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String PLACE =
      """
      update inquiries.emergency set place = :place, callback = :callback
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String DIALLER =
      """
      update inquiries.emergency set dialler = :dialler
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String TARGET =
      """
      update inquiries.emergency set target = :target
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String TAKEN =
      """
      update inquiries.emergency set taken_by = :name, spoke_at = :now
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String NOTE =
      """
      update inquiries.emergency set note = :note
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String CLOSE =
      """
      update inquiries.emergency set outcome = :outcome, closed_by = :by, closed_at = :now
       where organization_id = :organization and emergency_id = :id and closed_at is null
      """;

  private static final String REMEMBER =
      """
      insert into inquiries.emergency_step (organization_id, step_id, emergency_id, patient_id, step, words, by_id, at)
      values (:organization, :step, :id, :patient, :what, :words, :by, :at)
      """;

  private static final String STEPS =
      """
      select step, words, by_id, at from inquiries.emergency_step
       where organization_id = :organization and emergency_id = :id order by step_id limit 200
      """;

  private final JdbcClient jdbc;

  EmergencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when she has one open in this contact. */
  boolean add(Emergency one) {
    return of(ADD, one)
            .param("flag", one.flag())
            .param("call", one.call().orElse(null))
            .param("patient", one.patient().map(PatientId::value).orElse(null))
            .param("by", one.openedBy().value())
            .param("now", one.openedAt().atOffset(ZoneOffset.UTC))
            .param("callback", one.given().callback())
            .update()
        == 1;
  }

  Optional<Emergency> find(OrganizationId organization, EmergencyId id) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(EmergencyRow::of)
        .optional();
  }

  List<Emergency> openOf(AccountId account, Collection<OrganizationId> organizations) {
    return open(OPEN_OF, account, organizations);
  }

  /** Those that others have open, the oldest first; 50 at most. */
  List<Emergency> openOfOthers(AccountId account, Collection<OrganizationId> organizations) {
    return open(OPEN_OF_OTHERS, account, organizations);
  }

  private List<Emergency> open(
      String which, AccountId account, Collection<OrganizationId> organizations) {
    return jdbc.sql(which)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("account", account.value())
        .query(EmergencyRow::of)
        .list();
  }

  List<Emergency> ofPatient(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(EmergencyRow::of)
        .list();
  }

  /** Of this call, the newest first; 20 at most. */
  List<Emergency> inCall(OrganizationId organization, CallId call) {
    return jdbc.sql(IN_CALL)
        .param("organization", organization.value())
        .param("call", call.value())
        .query(EmergencyRow::of)
        .list();
  }

  void about(Emergency one, PatientId patient) {
    of(ABOUT, one).param("patient", patient.value()).update();
  }

  boolean flag(Emergency one, String flag) {
    return of(FLAG, one).param("flag", flag).update() == 1;
  }

  boolean place(Emergency one, String place, String callback) {
    return of(PLACE, one).param("place", place).param("callback", callback).update() == 1;
  }

  boolean dialler(Emergency one, Emergency.Dialler dialler) {
    return of(DIALLER, one).param("dialler", dialler.code()).update() == 1;
  }

  boolean target(Emergency one, String target) {
    return of(TARGET, one).param("target", target).update() == 1;
  }

  boolean taken(Emergency one, String name, Instant now) {
    return of(TAKEN, one).param("name", name).param("now", now.atOffset(ZoneOffset.UTC)).update()
        == 1;
  }

  boolean note(Emergency one, String note) {
    return of(NOTE, one).param("note", note).update() == 1;
  }

  boolean close(Emergency one, Emergency.Closed closed) {
    return of(CLOSE, one)
            .param("outcome", closed.outcome().code())
            .param("by", closed.by().value())
            .param("now", closed.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void remember(Emergency one, Emergency.Step step) {
    of(REMEMBER, one)
        .param("step", Ids.next())
        .param("patient", one.patient().map(PatientId::value).orElse(null))
        .param("what", step.what())
        .param("words", step.words())
        .param("by", step.by().value())
        .param("at", step.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Emergency.Step> steps(Emergency one) {
    return of(STEPS, one).query(EmergencyRow::step).list();
  }

  private JdbcClient.StatementSpec of(String sql, Emergency one) {
    return jdbc.sql(sql)
        .param("organization", one.organization().value())
        .param("id", one.id().value());
  }
}
