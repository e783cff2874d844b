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
import health.malasakit.inquiries.redflags.EmergencyPatients;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A call is written up. */
@Controller
class WrapUpController {

  private final CallPages pages;
  private final CallerPages callers;
  private final CallerChecks checks;
  private final Calls calls;
  private final WrapUps wrapUps;
  private final EmergencyPatients emergencies;
  private final Receipts receipts;
  private final Clock clock;

  WrapUpController(
      CallPages pages,
      CallerPages callers,
      CallerChecks checks,
      Calls calls,
      WrapUps wrapUps,
      EmergencyPatients emergencies,
      Receipts receipts,
      Clock clock) {
    this.pages = pages;
    this.callers = callers;
    this.checks = checks;
    this.calls = calls;
    this.wrapUps = wrapUps;
    this.emergencies = emergencies;
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
                wrapUps.write(clinic, id, closing(call, form));
                emergencies.settle(call);
                return "/calls";
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      return again(call, form, Errors.NONE.and(field(no), no.sentence()));
    }
  }

  /** What a promise calls its own fields has other names here. */
  private static String field(Refused no) {
    var name = no.field().orElseThrow();
    return Map.of("words", "promise", "owner", "keeper").getOrDefault(name, name);
  }

  private WrapUps.Closing closing(Call call, WrapUpForm form) {
    var about = about(call);
    return new WrapUps.Closing(about, form.words(), promised(call, about, form));
  }

  private Optional<NewPromise> promised(Call call, Optional<PatientId> about, WrapUpForm form) {
    if (!form.promises()) {
      return Optional.empty();
    }
    var zone = pages.zone(call);
    return Optional.of(
        new NewPromise(
            call.organization(),
            about,
            WrapUpForm.text(form.promise()),
            about.isPresent() ? Promise.To.PATIENT : Promise.To.CALLER,
            form.until().ahead(zone, clock.instant()),
            zone,
            form.keeps()));
  }

  private Optional<PatientId> about(Call call) {
    return checks.of(call).proven().stream().map(Proven::patient).findFirst();
  }

  private ModelAndView again(Call call, WrapUpForm form, Errors errors) {
    var model =
        Map.of(
            "page", pages.page(call, form),
            "caller", callers.page(call, "", "", CallerForm.EMPTY),
            "errors", errors);
    return new ModelAndView("inquiries/web/call", model, HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
