package health.malasakit.advocacy.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.records.RecordGate;
import health.malasakit.advocacy.Kind;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the form of a complaint, and reads what it was sent with. */
@Component
class ComplaintForms {

  private final Organizations organizations;
  private final Colleagues colleagues;
  private final Practitioners practitioners;
  private final Sites sites;
  private final Patients patients;
  private final RecordGate gate;
  private final Calls calls;
  private final ClinicDays days;

  ComplaintForms(
      Organizations organizations,
      Colleagues colleagues,
      Practitioners practitioners,
      Sites sites,
      Patients patients,
      RecordGate gate,
      Calls calls,
      ClinicDays days) {
    this.organizations = organizations;
    this.colleagues = colleagues;
    this.practitioners = practitioners;
    this.sites = sites;
    this.patients = patients;
    this.gate = gate;
    this.calls = calls;
    this.days = days;
  }

  /** The form; without a clinic the question which. */
  @Transactional(readOnly = true)
  NewComplaintPage page(ComplaintForm form) {
    var clinic = clinic(form);
    var patient = clinic.flatMap(at -> patient(at.id(), form));
    return new NewComplaintPage(
        clinic
            .map(at -> new NewComplaintPage.At(at.id(), at.name(), days.zone(at.id())))
            .orElseGet(() ->
                new NewComplaintPage.At(mayRecord().getFirst().id(), "", Scopes.current().zone())),
        clinic.isPresent() ? List.of() : which(),
        patient.map(PatientCard::name).orElse(""),
        clinic.map(at -> back(at, form, patient)).orElse("/complaints"),
        form,
        clinic.map(at -> about(at.id())).orElse(List.of()),
        Kind.toChoose().stream().map(kind -> Choice.of(kind.code(), kind.words())).toList(),
        draft(form));
  }

  /** Key of what is being typed into this form. */
  static String draft(ComplaintForm form) {
    var about = ComplaintForm.text(form.call()) + ComplaintForm.text(form.patient());
    return "complaint:" + (form.aboutMe() ? "me-" : "") + (about.isEmpty() ? "new" : about);
  }

  /**
   * The clinic of a form.
   *
   * @throws Refused not found, code {@code clinic.none}, for one at which she may record none
   */
  @Transactional(readOnly = true)
  OrganizationId clinicOf(ComplaintForm form) {
    return clinic(form).map(Organization::id).orElseThrow(() -> Refused.notFound("clinic.none"));
  }

  /** Whose care it is about, when she may be named with it. */
  @Transactional(readOnly = true)
  Optional<PatientId> patientOf(OrganizationId clinic, ComplaintForm form) {
    form.callId().ifPresent(id -> calls.get(clinic, id));
    return form.namesPatient() ? patient(clinic, form).map(PatientCard::id) : Optional.empty();
  }

  private Optional<Organization> clinic(ComplaintForm form) {
    var named = ComplaintForm.text(form.clinic());
    var all = mayRecord();
    if (named.isEmpty()) {
      return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
    return Optional.of(
        all.stream()
            .filter(one -> one.id().toString().equals(named) || one.slug().equals(named))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("clinic.none")));
  }

  /** Those in scope: the route asks for the right to record. */
  private List<Organization> mayRecord() {
    return organizations.inScope();
  }

  private List<Choice> which() {
    return mayRecord().stream()
        .map(one -> Choice.of("/complaints/new?clinic=" + one.id(), one.name()))
        .toList();
  }

  /** Nothing of whom she may not see now, such as one of whom the caller is not proven. */
  private Optional<PatientCard> patient(OrganizationId clinic, ComplaintForm form) {
    return form.patientId()
        .flatMap(id -> Optional.ofNullable(patients.cards(List.of(id)).get(id)))
        .filter(card -> card.organization().equals(clinic))
        .filter(card -> gate.closed(clinic, List.of(card.id())).isEmpty());
  }

  private static String back(
      Organization clinic, ComplaintForm form, Optional<PatientCard> patient) {
    return form.callId()
        .map(id -> "/calls/" + clinic.id() + "/" + id)
        .or(() -> patient.map(card -> "/patients/" + clinic.slug() + "/" + card.id()))
        .orElse("/complaints");
  }

  private List<Choice> about(OrganizationId clinic) {
    var me = Scopes.current().account();
    var all = new ArrayList<Choice>();
    List.of("clinic", "payer", "else")
        .forEach(code -> all.add(Choice.of(code, Sentences.of("advocacy.about." + code))));
    colleagues.of(clinic).entrySet().stream()
        .filter(one -> !Optional.of(one.getKey()).equals(me))
        .forEach(one -> all.add(choice("colleague", one.getKey(), one.getValue())));
    practitioners.of(clinic).stream()
        .filter(Practitioner::active)
        .forEach(one -> all.add(choice("practitioner", one.id(), one.name())));
    sites.of(clinic).stream()
        .filter(Site::active)
        .forEach(one -> all.add(choice("site", one.id(), one.name())));
    return all;
  }

  private static Choice choice(String what, Object id, String name) {
    return Choice.of(what + ":" + id, Sentences.of("advocacy.about." + what, name));
  }
}
