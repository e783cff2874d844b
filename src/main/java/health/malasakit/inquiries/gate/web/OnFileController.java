package health.malasakit.inquiries.gate.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.gate.OnFileCalls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is not compared any more is called back at the number on file. */
@Controller
class OnFileController {

  private final OnFileCalls calls;

  OnFileController(OnFileCalls calls) {
    this.calls = calls;
  }

  /** The same answer whether anybody fits or not. */
  @PostMapping("/calls/{organization}/{id}/on-file")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("created call_back, when somebody fits; not told in the call")
  String ask(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String birthDate) {
    calls.ask(clinic, id, name.strip(), birthDate.strip());
    return "redirect:/calls/" + clinic + "/" + id + "?who=on_file";
  }
}
