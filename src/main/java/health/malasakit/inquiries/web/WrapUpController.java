package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A call is written up. */
@Controller
class WrapUpController {

  /** Code of what is answered to a write-up of a call that has one. */
  private static final String WRITTEN_UP = "call.closed";

  private final CallPages pages;
  private final CallerPages callers;
  private final Calls calls;
  private final WrapUpSaving saving;
  private final Receipts receipts;
  private final Clock clock;

  WrapUpController(
      CallPages pages,
      CallerPages callers,
      Calls calls,
      WrapUpSaving saving,
      Receipts receipts,
      Clock clock) {
    this.pages = pages;
    this.callers = callers;
    this.calls = calls;
    this.saving = saving;
    this.receipts = receipts;
    this.clock = clock;
  }

  @PostMapping("/calls/{organization}/{id}/wrap-up")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("closed call; made promise, when one was typed")
  ModelAndView wrapUp(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      WrapUpForm form) {
    var call = calls.get(clinic, id);
    var errors = form.errors(pages.zone(call), clock.instant());
    if (errors.any()) {
      return again(call, form, errors);
    }
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                saving.save(call, form, pages.zone(call));
                return "/calls/" + clinic + "/" + id;
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.field().isPresent()) {
        return again(call, form, Errors.NONE.and(field(no), no.sentence()));
      }
      if (no.code().equals(WRITTEN_UP) && call.isOf(Scopes.current().account().orElseThrow())) {
        return again(call, form, Errors.NONE);
      }
      throw no;
    }
  }

  /** What a promise calls its own fields has other names here. */
  private static String field(Refused no) {
    var name = no.field().orElseThrow();
    return Map.of("words", "promise", "owner", "keeper").getOrDefault(name, name);
  }

  /** What was typed stays before her, beside what was written up meanwhile in another tab. */
  private ModelAndView again(Call typedFor, WrapUpForm form, Errors errors) {
    var call = calls.get(typedFor.organization(), typedFor.id());
    var page = pages.page(call, form);
    var late = page.wrapUp().kept().any();
    var model =
        Map.of(
            "page",
            page,
            "caller",
            callers.page(call, "", "", CallerForm.EMPTY),
            "errors",
            late ? Errors.NONE : errors);
    var status = late ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("inquiries/web/call", model, status);
  }
}
