package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.outbound.Asked;
import health.malasakit.inquiries.outbound.Attempt;
import health.malasakit.inquiries.outbound.CallAttempts;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBackId;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.CallResults;
import health.malasakit.inquiries.outbound.Result;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient is called: before dialling, while it rings, and what came of it. */
@Controller
@RequestMapping("/calls/to-call/{id}")
class CallBackController {

  private static final String VIEW = "inquiries/outbound/web/callBack";

  private final CallBackPages pages;
  private final CallBacks callBacks;
  private final CallAttempts attempts;
  private final CallResults results;
  private final Patients patients;
  private final Receipts receipts;
  private final Closings closings;
  private final Clock clock;

  CallBackController(
      CallBackPages pages,
      CallBacks callBacks,
      CallAttempts attempts,
      CallResults results,
      Patients patients,
      Receipts receipts,
      Closings closings,
      Clock clock) {
    this.pages = pages;
    this.callBacks = callBacks;
    this.attempts = attempts;
    this.results = results;
    this.patients = patients;
    this.receipts = receipts;
    this.closings = closings;
    this.clock = clock;
  }

  @GetMapping
  @Needs(object = "calls", verb = Verb.READ)
  @Audited("opened patient")
  ModelAndView show(@PathVariable CallBackId id) {
    return new ModelAndView(VIEW, "page", pages.page(callBacks.get(id), CallBackForm.EMPTY));
  }

  @PostMapping("/dialling")
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("dialled call_back")
  ModelAndView dial(
      @PathVariable CallBackId id, @RequestParam String requestId, CallBackForm form) {
    return done(
        id,
        form,
        requestId,
        (about, patient) -> {
          attempts.dial(
              about, patient, number(about, patient, form), CallBackForm.text(form.despite()));
          return CallBackPages.href(about);
        });
  }

  @PostMapping("/results")
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("changed call_back; opened call, when somebody answered")
  ModelAndView say(
      @PathVariable CallBackId id,
      @RequestParam(defaultValue = "") String result,
      @RequestParam String requestId,
      CallBackForm form) {
    return done(
        id,
        form,
        requestId,
        (about, patient) -> {
          var what = Result.of(result);
          var mine = mine(about);
          var later =
              what == Result.LATER
                  ? Optional.of(form.later(mine.zone(), clock.instant()))
                  : Optional.<Asked>empty();
          return results
              .say(about, mine, what, later)
              .map(call -> "/calls/" + about.organization() + "/" + call)
              .orElse(CallBackPages.href(about));
        });
  }

  @PostMapping("/zone")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("changed call_back; changed patient, when her zone was not known")
  ModelAndView zone(
      @PathVariable CallBackId id, @RequestParam String requestId, CallBackForm form) {
    return done(
        id,
        form,
        requestId,
        (about, patient) -> {
          callBacks.sayZone(about, ZoneLabels.zone(CallBackForm.text(form.zone())));
          return CallBackPages.href(about);
        });
  }

  @PostMapping("/wish")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("changed call_back")
  ModelAndView wish(
      @PathVariable CallBackId id, @RequestParam String requestId, CallBackForm form) {
    return done(
        id,
        form,
        requestId,
        (about, patient) -> {
          callBacks.wish(about, form.wish());
          return CallBackPages.href(about);
        });
  }

  /** I call, or anybody of the clinic does. */
  @PostMapping("/owner")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("changed call_back")
  ModelAndView own(
      @PathVariable CallBackId id,
      @RequestParam(defaultValue = "") String who,
      @RequestParam String requestId) {
    return done(
        id,
        CallBackForm.EMPTY,
        requestId,
        (about, patient) -> {
          callBacks.pass(about, who.equals("me") ? Scopes.current().account() : Optional.empty());
          return CallBackPages.href(about);
        });
  }

  @PostMapping("/number")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: number-works")
  ModelAndView works(
      @PathVariable CallBackId id, @RequestParam String requestId, CallBackForm form) {
    return done(
        id,
        form,
        requestId,
        (about, patient) -> {
          results.works(about, number(about, patient, form));
          return CallBackPages.href(about);
        });
  }

  @PostMapping("/closing")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("closed call_back")
  ModelAndView close(
      @PathVariable CallBackId id,
      @RequestParam(defaultValue = "") String how,
      @RequestParam String requestId) {
    return done(
        id,
        CallBackForm.EMPTY,
        requestId,
        (about, patient) -> {
          closings.close(about, CallBack.How.of(how));
          return "/calls/to-call";
        });
  }

  @PostMapping("/reopening")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("changed call_back")
  ModelAndView reopen(@PathVariable CallBackId id, @RequestParam String requestId) {
    return done(
        id,
        CallBackForm.EMPTY,
        requestId,
        (about, patient) -> {
          callBacks.reopen(about);
          return CallBackPages.href(about);
        });
  }

  /** Something done; answers where to go on. */
  private interface Act {
    String on(CallBack about, Patient patient);
  }

  /** Her record has to be open; a "no" about a field keeps what was typed. */
  private ModelAndView done(CallBackId id, CallBackForm form, String requestId, Act act) {
    var about = callBacks.get(id);
    var patient = patients.open(about.organization(), about.patient());
    try {
      return new ModelAndView("redirect:" + receipts.once(requestId, () -> act.on(about, patient)));
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model =
          Map.of(
              "page", pages.page(callBacks.get(id), form),
              "errors", Errors.NONE.and(field, no.sentence()));
      var status = HttpStatus.valueOf(no.kind().status());
      return new ModelAndView(VIEW, model, status);
    }
  }

  private Phone number(CallBack about, Patient patient, CallBackForm form) {
    return attempts.numbers(about, patient).stream()
        .map(one -> one.phone())
        .filter(phone -> phone.digits().equals(CallBackForm.text(form.number())))
        .findFirst()
        .orElseThrow(() -> Refused.conflict("attempt.number"));
  }

  private Attempt mine(CallBack about) {
    return attempts.of(about).stream()
        .filter(one ->
            one.result().isEmpty() && Scopes.current().account().equals(Optional.of(one.by())))
        .findFirst()
        .orElseThrow(() -> Refused.conflict("attempt.said"));
  }
}
