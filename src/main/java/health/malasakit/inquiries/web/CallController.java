package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
@RequestMapping("/calls/{organization}/{id}")
class CallController {

  private static final String VIEW = "inquiries/web/call";

  private static final Set<String> WHO = Set.of("patient", "for_her");

  private final CallPages pages;
  private final CallerPages callers;
  private final CallerChecks checks;
  private final Calls calls;
  private final WrapUps wrapUps;
  private final Receipts receipts;

  CallController(
      CallPages pages,
      CallerPages callers,
      CallerChecks checks,
      Calls calls,
      WrapUps wrapUps,
      Receipts receipts) {
    this.pages = pages;
    this.callers = callers;
    this.checks = checks;
    this.calls = calls;
    this.wrapUps = wrapUps;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "calls", verb = Verb.READ)
  @Audited("seen call, once by its owner")
  ModelAndView call(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam(defaultValue = "") String who) {
    if (Scopes.current().may(clinic, "calls", Verb.UPDATE)) {
      calls.seen(clinic, id);
    }
    var call = calls.get(clinic, id);
    return new ModelAndView(VIEW, model(call, CallPage.Written.NOTHING, who));
  }

  private Map<String, Object> model(Call call, CallPage.Written typed, String who) {
    return Map.of(
        "page", pages.page(call, typed),
        "caller", callers.page(call, WHO.contains(who) ? who : "", "", CallerForm.EMPTY));
  }

  @PostMapping("/taking")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("taken call")
  String take(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.take(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/hold")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("held call")
  String park(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.park(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/resumption")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("resumed call; the one she was on is held")
  String resume(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.resume(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/end")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("ended call")
  String end(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.end(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/wrap-up")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("closed call")
  ModelAndView wrapUp(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      WrapUpForm form) {
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                wrapUps.write(clinic, id, about(clinic, id), form.words());
                return "/calls";
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var model = new HashMap<>(model(calls.get(clinic, id), form.typed(), ""));
      model.put("errors", Errors.NONE.and(no.field().get(), no.sentence()));
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Optional<PatientId> about(OrganizationId clinic, CallId id) {
    return checks.of(calls.get(clinic, id)).proven().stream().map(Proven::patient).findFirst();
  }

  @PostMapping("/lead")
  @Needs(object = "calls", verb = Verb.APPROVE)
  @Audited("passed call")
  String lead(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.passTo(clinic, id, Scopes.current().account().orElseThrow());
    return at(clinic, id);
  }

  private static String at(OrganizationId clinic, CallId id) {
    return "redirect:/calls/" + clinic + "/" + id;
  }
}
