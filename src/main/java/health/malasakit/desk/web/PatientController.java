package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The patient on one page. */
@Controller
class PatientController {

  private final ClinicsAt clinics;
  private final PatientPages pages;

  PatientController(ClinicsAt clinics, PatientPages pages) {
    this.clinics = clinics;
    this.pages = pages;
  }

  /** A clinic is named by slug or id; what is hidden, elsewhere or nowhere has one answer. */
  @GetMapping("/patients/{clinic}/{patient}")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("opened patient; denied patient, when the record is restricted")
  ModelAndView show(
      @PathVariable String clinic,
      @PathVariable String patient,
      @RequestParam(defaultValue = "") String only) {
    var at = clinics.named(clinic);
    var kind = PatientPage.KINDS.contains(only) ? only : "";
    return new ModelAndView(
        "desk/web/patient", "page", pages.open(at, Patients.named(patient), kind));
  }
}
