package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.codes.Codes;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A code to a number on file, and what the caller reads back of it. */
@Controller
@RequestMapping("/calls/{organization}/{id}/codes")
class CodeController {

  private final CallPages pages;
  private final CallerPages callers;
  private final Calls calls;
  private final Codes codes;
  private final Receipts receipts;

  CodeController(
      CallPages pages, CallerPages callers, Calls calls, Codes codes, Receipts receipts) {
    this.pages = pages;
    this.callers = callers;
    this.calls = calls;
    this.codes = codes;
    this.receipts = receipts;
  }

  /** The text is handed over after the transaction of its receipt: sent again, none goes out. */
  @PostMapping
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("code-sent call, about the patient")
  ModelAndView send(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      CodeForm form) {
    var call = calls.get(clinic, id);
    var made = new AtomicReference<Codes.Prepared>();
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                made.set(codes.prepare(clinic, id, form.her(), CallerForm.text(form.number())));
                return at(call);
              });
      if (made.get() != null) {
        codes.send(made.get());
      }
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      return again(call, no);
    }
  }

  @PostMapping("/answer")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("proven patient, when it is the code; code-failed call when it is not")
  ModelAndView answer(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      CodeForm form) {
    var call = calls.get(clinic, id);
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                codes.check(clinic, id, form.her(), CallerForm.text(form.code()));
                return at(call);
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      return again(call, no);
    }
  }

  /**
   * The same page with what is wrong, where it has a place for it; a code that was typed is not
   * shown again.
   */
  private ModelAndView again(Call call, Refused no) {
    var caller = callers.page(call, "", "", CallerForm.EMPTY);
    if (caller.face() == null || !caller.face().code().shown()) {
      throw no;
    }
    var model =
        Map.of(
            "page", pages.page(call, WrapUpForm.EMPTY),
            "caller", caller,
            "errors", Errors.NONE.and("code", no.sentence()));
    return new ModelAndView("inquiries/web/call", model, HttpStatus.valueOf(no.kind().status()));
  }

  private static String at(Call call) {
    return "/calls/" + call.organization() + "/" + call.id();
  }
}
