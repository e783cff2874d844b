package health.malasakit.inquiries.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.Answer;
import health.malasakit.inquiries.gate.AsideSearches;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.CallerLimits;
import health.malasakit.inquiries.gate.Said;
import health.malasakit.inquiries.redflags.EmergencyPatients;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is calling: compared, never shown. */
@Controller
@RequestMapping("/calls/{organization}/{id}")
class CallerController {

  private final CallPages pages;
  private final CallerPages callers;
  private final Calls calls;
  private final CallerChecks checks;
  private final CallerLimits limits;
  private final AsideSearches aside;
  private final EmergencyPatients emergencies;
  private final Receipts receipts;

  CallerController(
      CallPages pages,
      CallerPages callers,
      Calls calls,
      CallerChecks checks,
      CallerLimits limits,
      AsideSearches aside,
      EmergencyPatients emergencies,
      Receipts receipts) {
    this.pages = pages;
    this.callers = callers;
    this.calls = calls;
    this.checks = checks;
    this.limits = limits;
    this.aside = aside;
    this.emergencies = emergencies;
    this.receipts = receipts;
  }

  @PostMapping("/caller")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("proven patient, when it matches; which facts were asked stands in the call")
  ModelAndView ask(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      CallerForm form) {
    var said = form.said(callers.speaker(calls.get(clinic, id)));
    try {
      var place = receipts.once(requestId, () -> at(clinic, id) + code(checked(clinic, id, said)));
      var answer = place.substring(place.indexOf('=') + 1);
      return place.contains("?")
          ? again(calls.get(clinic, id), answer, form, Errors.NONE)
          : new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var errors = Errors.NONE.and(no.field().get(), no.sentence());
      return again(calls.get(clinic, id), "", form, errors);
    }
  }

  /** An emergency of this call is hers as soon as it is known who she is. */
  private Answer checked(OrganizationId clinic, CallId id, Said said) {
    var answer = checks.check(clinic, id, said);
    emergencies.settle(calls.get(clinic, id));
    return answer;
  }

  /** The same page with what was typed. */
  private ModelAndView again(Call call, String answer, CallerForm form, Errors errors) {
    var status = errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    var model =
        Map.of(
            "page", pages.page(call, WrapUpForm.EMPTY),
            "caller",
                callers.page(
                    call, form.onlyFurther() ? "" : CallerForm.text(form.caller()), answer, form),
            "errors", errors);
    return new ModelAndView("inquiries/web/call", model, status);
  }

  /** Nobody is found: what the caller said goes on to the form of a new patient. */
  @PostMapping("/registration")
  @Needs(object = "patients", verb = Verb.CREATE)
  @NotAudited(why = "keeps what was typed for her alone; nothing of a patient is shown")
  String register(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      CallerForm form) {
    return "redirect:" + callers.registration(calls.get(clinic, id), form);
  }

  /** A record that is not about the caller on the line. */
  @PostMapping("/asides")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("opened-aside patient")
  String aside(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      AsideForm form) {
    calls.get(clinic, id);
    limits.aside(PatientId.of(CallerForm.text(form.patient())), id, CallerForm.text(form.reason()));
    return "redirect:" + LocalPath.of(CallerForm.text(form.next()));
  }

  /** The closest of a search that is not about the caller on the line. */
  @PostMapping("/asides/found")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("looked-aside call; opened-aside patient, each that fits")
  String asideFound(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam(defaultValue = "") String search,
      AsideForm form) {
    calls.get(clinic, id);
    var asked = Ids.parse(search);
    aside.open(clinic, id, asked, CallerForm.text(form.reason()));
    return "redirect:/searches/" + asked;
  }

  private static String at(OrganizationId clinic, CallId id) {
    return "/calls/" + clinic + "/" + id;
  }

  /** Codes only: what was typed about a person stands in no address. */
  private static String code(Answer answer) {
    return switch (answer) {
      case Answer.Match match -> "";
      case Answer.NotNeeded none -> "";
      case Answer.NoMatch none -> "?answer=no_match";
      case Answer.Several several -> "?answer=several";
      case Answer.TooMany many -> "?answer=too_many";
    };
  }
}
