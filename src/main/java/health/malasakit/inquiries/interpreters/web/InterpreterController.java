package health.malasakit.inquiries.interpreters.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.interpreters.Interpreters;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
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

/** An interpreter comes to the line, leaves it, or is declined. */
@Controller
@RequestMapping("/calls/{organization}/{id}/interpreter")
class InterpreterController {

  private static final String VIEW = "inquiries/interpreters/web/interpreter";

  private final InterpreterPages pages;
  private final Interpreters interpreters;
  private final Calls calls;
  private final Receipts receipts;

  InterpreterController(
      InterpreterPages pages, Interpreters interpreters, Calls calls, Receipts receipts) {
    this.pages = pages;
    this.interpreters = interpreters;
    this.calls = calls;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "calls", verb = Verb.UPDATE)
  @NotAudited(why = "shows vendors and languages, and no patient")
  ModelAndView form(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    return new ModelAndView(VIEW, "page", pages.page(calls.get(clinic, id)));
  }

  @PostMapping
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("connected-interpreter or declined-interpreter call")
  ModelAndView asked(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      InterpreterForm form) {
    var call = calls.get(clinic, id);
    try {
      return new ModelAndView(
          "redirect:" + receipts.once(requestId, () -> written(clinic, id, form)));
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var errors = Errors.NONE.and(no.field().get(), no.sentence());
      var model = Map.of("page", pages.page(call, form), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private String written(OrganizationId clinic, CallId id, InterpreterForm form) {
    if (form.none()) {
      interpreters.decline(clinic, id, form.asked(), InterpreterForm.text(form.declined()));
    } else {
      interpreters.connect(clinic, id, form.asked());
    }
    return at(clinic, id);
  }

  @PostMapping("/end")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("ended-interpreter call")
  String end(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    interpreters.end(clinic, id);
    return "redirect:" + at(clinic, id);
  }

  private static String at(OrganizationId clinic, CallId id) {
    return "/calls/" + clinic + "/" + id;
  }
}
