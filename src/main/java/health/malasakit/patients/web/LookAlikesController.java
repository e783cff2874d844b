package health.malasakit.patients.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.patients.search.LookAlikes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who looks like a patient on file: asked after the call in which she was registered. */
@Controller
class LookAlikesController {

  private final PatientPaths paths;
  private final LookAlikes lookAlikes;

  LookAlikesController(PatientPaths paths, LookAlikes lookAlikes) {
    this.paths = paths;
    this.lookAlikes = lookAlikes;
  }

  @GetMapping("/patients/{slug}/{id}/look-alikes")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("opened patient; listed who looks like her, once")
  ModelAndView lookAlikes(@PathVariable String slug, @PathVariable String id) {
    Patient patient = paths.open(slug, id);
    var alike =
        lookAlikes.of(patient).stream()
            .map(one ->
                new RegistrationPage.Alike(
                    one, paths.of(patient.organization(), one.card().id()), false))
            .toList();
    var page =
        new LookAlikesPage(
            patient.facts().mainName().shown(),
            paths.of(patient.organization(), patient.id()),
            alike);
    return new ModelAndView("patients/web/lookAlikes", "page", page);
  }
}
