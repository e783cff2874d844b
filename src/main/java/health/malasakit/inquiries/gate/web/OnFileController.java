package health.malasakit.inquiries.gate.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.gate.KeptAnswers;
import health.malasakit.inquiries.gate.OnFileCalls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is not compared any more is called back at the number on file. */
@Controller
class OnFileController {

  private final OnFileCalls calls;
  private final KeptAnswers answers;

  OnFileController(OnFileCalls calls, KeptAnswers answers) {
    this.calls = calls;
    this.answers = answers;
  }

  /** The same answer whether anybody fits or not; what cannot be read is asked again. */
  @PostMapping("/calls/{organization}/{id}/on-file")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("created call_back, when somebody fits; not told in the call")
  String ask(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String birthDate) {
    var call = "redirect:/calls/" + clinic + "/" + id;
    try {
      calls.ask(clinic, id, name.strip(), birthDate.strip());
      return call + "?who=on_file";
    } catch (Refused no) {
      var field = "on-file-" + no.field().orElseThrow(() -> no);
      var typed = Map.of("caller", "patient", "name", name, "birthDate", birthDate);
      var kept = new KeptAnswers.Kept("too_many", typed, Map.of(field, no.sentence()));
      return call + "?answer=" + answers.keep(clinic, id, kept);
    }
  }
}
