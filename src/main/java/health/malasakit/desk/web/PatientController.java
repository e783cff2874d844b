package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The patient on one page, and the reason that opens a restricted record. */
@Controller
@RequestMapping("/patients/{clinic}/{patient:[0-9a-fA-F-]{36}}")
class PatientController {

  private final ClinicsAt clinics;
  private final PatientPages pages;
  private final RecordGate gate;
  private final BreakGlass glass;

  PatientController(ClinicsAt clinics, PatientPages pages, RecordGate gate, BreakGlass glass) {
    this.clinics = clinics;
    this.pages = pages;
    this.gate = gate;
    this.glass = glass;
  }

  /** A clinic is named by slug or id; what is hidden, elsewhere or nowhere has one answer. */
  @GetMapping
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("opened patient; denied patient, when the record is restricted")
  ModelAndView show(
      @PathVariable String clinic,
      @PathVariable String patient,
      @RequestParam(defaultValue = "") String only) {
    var at = clinics.named(clinic);
    var id = ClinicsAt.patient(patient);
    try {
      gate.check(at.id(), id);
    } catch (Refused restricted) {
      return closed(at, patient, "", Errors.NONE);
    }
    var kind = PatientPage.KINDS.contains(only) ? only : "";
    return new ModelAndView("desk/web/patient", "page", pages.open(at, id, kind));
  }

  /** Opens a restricted record for half an hour; the privacy officer reads why. */
  @PostMapping("/opening")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("broke-glass break_glass")
  ModelAndView open(
      @PathVariable String clinic,
      @PathVariable String patient,
      @RequestParam(defaultValue = "") String reason) {
    var at = clinics.named(clinic);
    try {
      glass.open(at.id(), ClinicsAt.patient(patient), reason);
    } catch (Refused refused) {
      var field = refused.field().orElseThrow(() -> refused);
      return closed(at, patient, reason, Errors.NONE.and(field, refused.sentence()));
    }
    return new ModelAndView("redirect:/patients/" + at.slug() + "/" + patient);
  }

  private static ModelAndView closed(ClinicAt at, String patient, String reason, Errors errors) {
    var may = Scopes.current().may(at.id(), "break_glass", Verb.CREATE);
    var action = "/patients/" + at.slug() + "/" + patient + "/opening";
    var page = new ClosedPage(action, may, reason, errors);
    return new ModelAndView("desk/web/closed", Map.of("page", page), HttpStatus.FORBIDDEN);
  }
}
