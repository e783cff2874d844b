package health.malasakit.patients.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Organization;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.Asked;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Drafts;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Registers a patient, with those of the clinic who look like her beside the form. */
@Controller
class RegistrationController {

  private static final String AGAIN = "form.again";

  private final Registrations registrations;
  private final Patients patients;
  private final Receipts receipts;
  private final PatientPaths paths;
  private final Asked asked;
  private final Drafts drafts;

  RegistrationController(
      Registrations registrations,
      Patients patients,
      Receipts receipts,
      PatientPaths paths,
      Asked asked,
      Drafts drafts) {
    this.registrations = registrations;
    this.patients = patients;
    this.receipts = receipts;
    this.paths = paths;
    this.asked = asked;
    this.drafts = drafts;
  }

  @GetMapping("/patients/new")
  @Needs(object = "patients", verb = Verb.CREATE)
  @Audited("listed look-alikes of what a search brought along")
  ModelAndView form(@RequestParam Optional<String> search, @RequestParam Optional<String> clinic) {
    var fields = new LinkedMultiValueMap<String, String>();
    search
        .flatMap(id -> asked.words(Ids.parse(id)))
        .ifPresent(typed -> fields.setAll(registrations.begun(typed)));
    clinic.ifPresent(slug -> fields.set("clinic", slug));
    registrations.contact().ifPresent(contact -> fields.set("contact", contact.toString()));
    return page(registrations.page(new PersonForm(fields), Errors.NONE), HttpStatus.OK);
  }

  @PostMapping("/patients/new/look-alikes")
  @Needs(object = "patients", verb = Verb.CREATE)
  @Audited("listed look-alikes, each once in a registration")
  ModelAndView lookAlikes(@RequestParam MultiValueMap<String, String> fields) {
    return new ModelAndView(
        "patients/web/alikes", "page", registrations.page(new PersonForm(fields), Errors.NONE));
  }

  @PostMapping("/patients/new")
  @Needs(object = "patients", verb = Verb.CREATE)
  @Audited("created patient")
  Object register(
      @RequestParam String requestId, @RequestParam MultiValueMap<String, String> fields) {
    var form = new PersonForm(fields);
    try {
      String place = receipts.once(requestId, () -> save(form));
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
    } catch (Refused no) {
      RegistrationPage again =
          AGAIN.equals(no.code())
              ? registrations.checked(form)
              : registrations.page(
                  form, Errors.NONE.and(no.field().orElse("given"), no.sentence()));
      return page(again, HttpStatus.valueOf(no.kind().status()));
    }
  }

  /** Checked after the receipt: who was registered a moment ago looks like the one being sent. */
  private String save(PersonForm form) {
    RegistrationPage checked = registrations.checked(form);
    if (checked.errors().any()) {
      throw Refused.invalid(AGAIN);
    }
    Organization clinic = checked.clinic().orElseThrow();
    PatientId id =
        patients.register(clinic.id(), registrations.patient(form, clinic.id()), form.contact());
    drafts.discard("patient-new");
    return paths.of(clinic.id(), id);
  }

  private static ModelAndView page(RegistrationPage page, HttpStatus status) {
    var view = new ModelAndView("patients/web/register", status);
    view.addObject("page", page);
    return view;
  }
}
