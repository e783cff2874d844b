package health.malasakit.access.records.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.Needs;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
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
  ModelAndView open(ReasonForm form) {
    var closed = form.closed();
    try {
      glass.open(closed.organization(), closed.patient(), form.typed());
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.INVALID) {
        throw no;
      }
      return new ModelAndView("access/records/web/restricted", HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("page", form.again(no.sentence()));
    }
    return new ModelAndView("redirect:" + LocalPath.of(form.next()));
  }
}
