package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
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

/** One call and what is done with it. */
@Controller
@RequestMapping("/calls/{clinic}/{id}")
class CallController {

  private static final String VIEW = "inquiries/web/call";

  private final CallPages pages;
  private final Calls calls;
  private final WrapUps wrapUps;
  private final Receipts receipts;

  CallController(CallPages pages, Calls calls, WrapUps wrapUps, Receipts receipts) {
    this.pages = pages;
    this.calls = calls;
    this.wrapUps = wrapUps;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "calls", verb = Verb.READ)
  @Audited("seen call, once by its owner")
  ModelAndView call(@PathVariable OrganizationId clinic, @PathVariable CallId id) {
    if (Scopes.current().may(clinic, "calls", Verb.UPDATE)) {
      calls.seen(clinic, id);
    }
    return new ModelAndView(
        VIEW, "page", pages.page(calls.get(clinic, id), CallPage.Written.NOTHING));
  }

  @PostMapping("/taking")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("taken call")
  String take(@PathVariable OrganizationId clinic, @PathVariable CallId id) {
    calls.take(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/hold")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("held call")
  String park(@PathVariable OrganizationId clinic, @PathVariable CallId id) {
    calls.park(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/resumption")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("resumed call; the one she was on is held")
  String resume(@PathVariable OrganizationId clinic, @PathVariable CallId id) {
    calls.resume(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/end")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("ended call")
  String end(@PathVariable OrganizationId clinic, @PathVariable CallId id) {
    calls.end(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/wrap-up")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("closed call")
  ModelAndView wrapUp(
      @PathVariable OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      WrapUpForm form) {
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                wrapUps.write(clinic, id, form.words());
                return "/calls";
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var page = pages.page(calls.get(clinic, id), form.typed());
      var errors = Errors.NONE.and(no.field().get(), no.sentence());
      return new ModelAndView(
          VIEW, Map.of("page", page, "errors", errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/lead")
  @Needs(object = "calls", verb = Verb.APPROVE)
  @Audited("passed call")
  String lead(@PathVariable OrganizationId clinic, @PathVariable CallId id) {
    calls.passTo(clinic, id, Scopes.current().account().orElseThrow());
    return at(clinic, id);
  }

  private static String at(OrganizationId clinic, CallId id) {
    return "redirect:/calls/" + clinic + "/" + id;
  }
}
