package health.malasakit.patients.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Organization;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.ui.Errors;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From which age a minor's visit may be confidential, as the clinic says. */
@Controller
@RequestMapping("/clinics/{slug}/minors")
class MinorsController {

  private final PatientPaths paths;
  private final MinorRules rules;
  private final MinorsPages pages;
  private final Receipts receipts;

  MinorsController(PatientPaths paths, MinorRules rules, MinorsPages pages, Receipts receipts) {
    this.paths = paths;
    this.rules = rules;
    this.pages = pages;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows a clinic's rule and no patient")
  ModelAndView show(@PathVariable String slug) {
    return page(paths.clinic(slug), pages.empty(), Errors.NONE);
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("confirmed minor_rule")
  Object say(@PathVariable String slug, @RequestParam String requestId, MinorsPage.MinorForm form) {
    Organization clinic = paths.clinic(slug);
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                rules.say(clinic.id(), pages.rule(clinic, form));
                return "/clinics/" + slug + "/minors";
              });
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
    } catch (Refused no) {
      var errors = Errors.NONE.and(no.field().orElse("age"), no.sentence());
      var again = page(clinic, form, errors);
      again.setStatus(HttpStatus.valueOf(no.kind().status()));
      return again;
    }
  }

  private ModelAndView page(Organization clinic, MinorsPage.MinorForm form, Errors errors) {
    return new ModelAndView(
        "patients/web/minors", Map.of("page", pages.show(clinic, form, errors)));
  }
}
