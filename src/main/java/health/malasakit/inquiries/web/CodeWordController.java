package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.gate.CodeWords;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
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

/** The word by which a patient wants to be known on the telephone. */
@Controller
@RequestMapping("/patients/{slug}/{id}/code-word")
class CodeWordController {

  private static final String VIEW = "inquiries/web/codeWord";

  private final Clinics clinics;
  private final Patients patients;
  private final CodeWords words;

  CodeWordController(Clinics clinics, Patients patients, CodeWords words) {
    this.clinics = clinics;
    this.patients = patients;
    this.words = words;
  }

  @GetMapping
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("opened patient")
  ModelAndView show(@PathVariable String slug, @PathVariable String id) {
    return new ModelAndView(VIEW, "page", page(slug, opened(slug, id)));
  }

  @PostMapping
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: code_word")
  ModelAndView set(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String word) {
    var patient = opened(slug, id);
    try {
      words.set(patient, word);
      return new ModelAndView("redirect:" + home(slug, patient));
    } catch (Refused no) {
      var errors = Errors.NONE.and("word", no.sentence());
      var model = Map.of("page", page(slug, patient), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.valueOf(no.kind().status()));
    }
  }

  @PostMapping("/removal")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: code_word")
  String remove(@PathVariable String slug, @PathVariable String id) {
    var patient = opened(slug, id);
    words.remove(patient);
    return "redirect:" + home(slug, patient);
  }

  private Patient opened(String slug, String id) {
    return patients.open(
        clinics.find(slug).orElseThrow(Patients::notFound).id(), Patients.named(id));
  }

  private CodeWordPage page(String slug, Patient patient) {
    return new CodeWordPage(
        patient.facts().mainName().shown(),
        home(slug, patient),
        words.has(patient.organization(), patient.id()));
  }

  private static String home(String slug, Patient patient) {
    return "/patients/" + slug + "/" + patient.id();
  }
}
