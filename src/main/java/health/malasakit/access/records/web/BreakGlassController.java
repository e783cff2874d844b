package health.malasakit.access.records.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.Needs;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening a restricted record with a reason. */
@Controller
class BreakGlassController {

  private final BreakGlass glass;

  BreakGlassController(BreakGlass glass) {
    this.glass = glass;
  }

  @PostMapping("/break-glass")
  @Needs(object = "break_glass", verb = Verb.CREATE)
  @Audited("broke-glass")
  ModelAndView open(
      @RequestParam OrganizationId organization,
      @RequestParam PatientId patient,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "/") String next) {
    try {
      glass.open(organization, patient, reason);
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.INVALID) {
        throw no;
      }
      var closed = new RecordGate.Closed(organization, patient);
      return page(new RestrictedPage(closed, LocalPath.of(next), true, reason, no.sentence()));
    }
    return new ModelAndView("redirect:" + LocalPath.of(next));
  }

  private static ModelAndView page(RestrictedPage page) {
    return new ModelAndView("access/records/web/restricted", HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("page", page);
  }
}
