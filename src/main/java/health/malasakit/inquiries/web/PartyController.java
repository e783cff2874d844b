package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.Answer;
import health.malasakit.inquiries.gate.Introductions;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which office, pharmacy, facility or payer is calling. */
@Controller
class PartyController {

  private final CallPages pages;
  private final CallerPages callers;
  private final Calls calls;
  private final Introductions introductions;
  private final Receipts receipts;

  PartyController(
      CallPages pages,
      CallerPages callers,
      Calls calls,
      Introductions introductions,
      Receipts receipts) {
    this.pages = pages;
    this.callers = callers;
    this.calls = calls;
    this.introductions = introductions;
    this.receipts = receipts;
  }

  @PostMapping("/calls/{organization}/{id}/party")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("identified call, when it is proven; what was said stands in the call")
  ModelAndView hear(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      PartyForm form) {
    calls.get(clinic, id);
    try {
      var said = form.said();
      var answer = receipts.once(requestId, () -> code(introductions.hear(clinic, id, said), form));
      return answer.equals("no_match")
          ? again(calls.get(clinic, id), answer, form, Errors.NONE)
          : new ModelAndView("redirect:/calls/" + clinic + "/" + id + answer);
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var errors = Errors.NONE.and(no.field().get(), no.sentence());
      return again(calls.get(clinic, id), "", form, errors);
    }
  }

  /** Who is proven is asked about whom next; who is not stays on the page of the call. */
  private static String code(Answer answer, PartyForm form) {
    if (answer instanceof Answer.NoMatch) {
      return "no_match";
    }
    if (answer instanceof Answer.TooMany) {
      return "";
    }
    var proven = !CallerForm.text(form.proof()).isEmpty() && !"none".equals(form.proof());
    return proven ? "?who=" + form.who() : "";
  }

  private ModelAndView again(Call call, String answer, PartyForm form, Errors errors) {
    var status = errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    var model =
        Map.of(
            "page", pages.page(call, WrapUpForm.EMPTY),
            "caller", callers.party(call, answer, form),
            "errors", errors);
    return new ModelAndView("inquiries/web/call", model, status);
  }
}
