package health.malasakit.advocacy;

import static java.time.ZoneOffset.UTC;

import health.malasakit.advocacy.Complaint.Closed;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What names the asking person does not come: the policies of the tables see to it. */
@Repository
class ComplaintStore {

  private static final String ADD =
      """
      insert into advocacy.complaint (organization_id, complaint_id, number, call_id, patient_id, kind, about, about_id,
                                      about_words, words, written, complainant, contact, solved_how, goes_to,
                                      hidden_from, received_on, recorded_by, recorded_at, state)
      values (:organization, :id, :number, :call, :patient, :kind, :about, :about_id, :about_words, :words, :written,
              :complainant, :contact, :solved, :goes_to, :hidden, :received, :by, :at, :state)
      """;

  private static final String REMEMBER =
      """
      insert into advocacy.complaint_step (organization_id, step_id, complaint_id, patient_id, step, detail, words, by_id, at)
      values (:organization, :step, :id, :patient, :what, :detail, :words, :by, :at)
      """;

  private static final String SAVE =
      """
      update advocacy.complaint
         set kind = :kind, goes_to = :goes_to, state = :state, owner_id = :owner, answered_on = :answered, outcome = :outcome, closed_by = :closed_by,
             closed_at = :closed_at, hidden_from = :hidden, patient_id = :patient, misplaced_at = :misplaced,
             version = version + 1
       where organization_id = :organization and complaint_id = :id
      """;

  private static final String FIND =
      """
      select * from advocacy.complaint where organization_id = :organization and complaint_id = :id
      """;

  private static final String ALONE = FIND + " for update";

  private static final String IN_CALL =
      """
      select * from advocacy.complaint
       where organization_id = :organization and call_id = :call and patient_id = :patient
       order by recorded_at limit 50
      """;

  private static final String IN_CALL_ALONE = IN_CALL + " for update";

  private static final String IN_STATE =
      """
      select * from advocacy.complaint
       where organization_id = any (:organizations) and state = :state
         and (organization_id = any (:all) or goes_to = 'privacy_officer')
       order by recorded_at desc limit :most
      """;

  private static final String UNTAKEN =
      """
      select * from advocacy.complaint
       where organization_id = any (:organizations) and state = 'open' and owner_id is null and kind = any (:kinds)
         and (organization_id = any (:all) or goes_to = 'privacy_officer')
       order by recorded_at limit 20
      """;

  private static final String STEPS =
      """
      select step, detail, words, by_id, at from advocacy.complaint_step
       where organization_id = :organization and complaint_id = :id order by step_id limit 500
      """;

  private final JdbcClient jdbc;

  ComplaintStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Complaint one) {
    var told = one.told();
    of(ADD, one)
        .param("number", one.number())
        .param("call", told.where().call().orElse(null))
        .param("patient", told.where().patient().map(PatientId::value).orElse(null))
        .param("kind", told.kind().code())
        .param("about", told.about().what().code())
        .param("about_id", told.about().id().orElse(null))
        .param("about_words", told.about().words())
        .param("words", told.words())
        .param("written", told.way().written())
        .param("complainant", told.who().name())
        .param("contact", told.who().contact())
        .param("solved", told.solvedHow())
        .param("goes_to", one.goesTo().code())
        .param("hidden", accounts(one.hiddenFrom()))
        .param("received", one.recorded().receivedOn())
        .param("by", one.recorded().by().value())
        .param("at", one.recorded().at().atOffset(UTC))
        .param("state", one.state().code())
        .update();
  }

  void remember(Complaint one, Step step) {
    of(REMEMBER, one)
        .param("step", Ids.next())
        .param("patient", one.told().where().patient().map(PatientId::value).orElse(null))
        .param("what", step.what())
        .param("detail", step.detail())
        .param("words", step.words())
        .param("by", step.by().value())
        .param("at", step.at().atOffset(UTC))
        .update();
  }

  /** Writes a complaint that this transaction alone may change. */
  void save(Complaint one) {
    of(SAVE, one)
        .param("kind", one.told().kind().code())
        .param("goes_to", one.goesTo().code())
        .param("state", one.state().code())
        .param("owner", one.owner().map(AccountId::value).orElse(null))
        .param("answered", one.answeredOn().orElse(null))
        .param("outcome", one.closed().map(end -> end.outcome().code()).orElse(null))
        .param("closed_by", one.closed().map(end -> end.by().value()).orElse(null))
        .param("closed_at", one.closed().map(Closed::at).map(at -> at.atOffset(UTC)).orElse(null))
        .param("hidden", accounts(one.hiddenFrom()))
        .param("patient", one.told().where().patient().map(PatientId::value).orElse(null))
        .param("misplaced", one.misplaced().map(at -> at.atOffset(UTC)).orElse(null))
        .update();
  }

  Optional<Complaint> find(OrganizationId organization, ComplaintId id) {
    return one(FIND, organization, id);
  }

  /** The complaint, which nobody else changes until this transaction has ended. */
  Optional<Complaint> alone(OrganizationId organization, ComplaintId id) {
    return one(ALONE, organization, id);
  }

  /**
   * Those of these clinics in this state, the newest first; of clinics that are not among all only
   * those that go to the privacy officer.
   */
  List<Complaint> inState(
      Complaint.State state,
      Collection<OrganizationId> organizations,
      Collection<OrganizationId> all,
      int most) {
    return jdbc.sql(IN_STATE)
        .param("organizations", ids(organizations))
        .param("all", ids(all))
        .param("state", state.code())
        .param("most", most)
        .query(ComplaintRow::of)
        .list();
  }

  /** Open ones of these kinds that nobody took, the oldest first; 20 at most. */
  List<Complaint> untaken(
      Collection<String> kinds,
      Collection<OrganizationId> organizations,
      Collection<OrganizationId> all) {
    return jdbc.sql(UNTAKEN)
        .param("organizations", ids(organizations))
        .param("all", ids(all))
        .param("kinds", kinds.toArray(String[]::new))
        .query(ComplaintRow::of)
        .list();
  }

  /** Those recorded in a call about a patient, in order; 50 at most. */
  List<Complaint> inCall(OrganizationId organization, UUID call, PatientId patient) {
    return inCall(IN_CALL, organization, call, patient);
  }

  /** The same, which nobody else changes until this transaction has ended. */
  List<Complaint> inCallAlone(OrganizationId organization, UUID call, PatientId patient) {
    return inCall(IN_CALL_ALONE, organization, call, patient);
  }

  private List<Complaint> inCall(
      String question, OrganizationId organization, UUID call, PatientId patient) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("call", call)
        .param("patient", patient.value())
        .query(ComplaintRow::of)
        .list();
  }

  List<Step> steps(Complaint one) {
    return of(STEPS, one).query(ComplaintRow::step).list();
  }

  private Optional<Complaint> one(String question, OrganizationId organization, ComplaintId id) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(ComplaintRow::of)
        .optional();
  }

  private JdbcClient.StatementSpec of(String sql, Complaint one) {
    return jdbc.sql(sql)
        .param("organization", one.organization().value())
        .param("id", one.id().value());
  }

  private static UUID[] accounts(Collection<AccountId> accounts) {
    return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
  }

  private static UUID[] ids(Collection<OrganizationId> organizations) {
    return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
