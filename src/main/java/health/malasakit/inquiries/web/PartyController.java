package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.Answer;
import health.malasakit.inquiries.gate.Introductions;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which office, pharmacy, facility or payer is calling. */
@Controller
class PartyController {

  private final GateAnswers answers;
  private final Calls calls;
  private final Introductions introductions;
  private final Receipts receipts;

  PartyController(
      GateAnswers answers, Calls calls, Introductions introductions, Receipts receipts) {
    this.answers = answers;
    this.calls = calls;
    this.introductions = introductions;
    this.receipts = receipts;
  }

  @PostMapping("/calls/{organization}/{id}/party")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("identified call, when it is proven; what was said stands in the call")
  String hear(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      PartyForm form) {
    calls.get(clinic, id);
    var at = new GateAnswers.At(clinic, id);
    try {
      var said = form.said();
      return "redirect:"
          + receipts.once(requestId, () -> place(at, introductions.hear(clinic, id, said), form));
    } catch (Refused no) {
      return "redirect:" + answers.of(at, no, form);
    }
  }

  /** Who is proven is asked about whom next; who is not stays on the page of the call. */
  private String place(GateAnswers.At at, Answer answer, PartyForm form) {
    if (answer instanceof Answer.NoMatch) {
      return answers.of(at, "no_match", form);
    }
    if (answer instanceof Answer.TooMany) {
      return at.href();
    }
    var proven = !CallerForm.text(form.proof()).isEmpty() && !"none".equals(form.proof());
    return answers.matched(at) + (proven ? "?who=" + form.who() : "");
  }
}
