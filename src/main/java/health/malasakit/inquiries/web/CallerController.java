package health.malasakit.inquiries.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is calling: compared, never shown. */
@Controller
@RequestMapping("/calls/{organization}/{id}")
class CallerController {

  private final GateAnswers answers;
  private final CallerPages callers;
  private final Calls calls;
  private final CallerChecks checks;
  private final CallerLimits limits;
  private final AsideSearches aside;
  private final EmergencyPatients emergencies;
  private final Receipts receipts;

  CallerController(
      GateAnswers answers,
      CallerPages callers,
      Calls calls,
      CallerChecks checks,
      CallerLimits limits,
      AsideSearches aside,
      EmergencyPatients emergencies,
      Receipts receipts) {
    this.answers = answers;
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
  String ask(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam String requestId,
      CallerForm form) {
    var said = form.said(callers.speaker(calls.get(clinic, id)));
    var at = new GateAnswers.At(clinic, id);
    try {
      return "redirect:" + receipts.once(requestId, () -> place(at, checked(at, said), form));
    } catch (Refused no) {
      return "redirect:" + answers.of(at, no, form);
    }
  }

  /** An emergency of this call is hers as soon as it is known who she is. */
  private Answer checked(GateAnswers.At at, Said said) {
    var answer = checks.check(at.clinic(), at.call(), said);
    emergencies.settle(calls.get(at.clinic(), at.call()));
    return answer;
  }

  /** Where she reads what came of it: reading that again asks nothing again. */
  private String place(GateAnswers.At at, Answer answer, CallerForm form) {
    return switch (answer) {
      case Answer.Match match -> answers.matched(at);
      case Answer.NotNeeded none -> answers.matched(at);
      case Answer.NoMatch none -> answers.of(at, "no_match", form);
      case Answer.Several several -> answers.of(at, "several", form);
      case Answer.TooMany many -> answers.of(at, "too_many", form);
    };
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
}
