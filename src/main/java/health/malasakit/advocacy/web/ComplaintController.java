package health.malasakit.advocacy.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.advocacy.Complaint;
import health.malasakit.advocacy.ComplaintId;
import health.malasakit.advocacy.ComplaintSteps;
import health.malasakit.advocacy.ComplaintSteps.Seen;
import health.malasakit.advocacy.Kind;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Drafts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One complaint, and each thing done about it. */
@Controller
@RequestMapping("/complaints/{organization}/{id}")
class ComplaintController {

  private static final String VIEW = "advocacy/web/complaint";

  private final ComplaintPages pages;
  private final ComplaintSteps steps;
  private final ClinicDays days;
  private final Receipts receipts;
  private final Drafts drafts;

  ComplaintController(
      ComplaintPages pages,
      ComplaintSteps steps,
      ClinicDays days,
      Receipts receipts,
      Drafts drafts) {
    this.pages = pages;
    this.steps = steps;
    this.days = days;
    this.receipts = receipts;
    this.drafts = drafts;
  }

  /** Which complaint an address names, and what its form sent. */
  private record Sent(
      String step, OrganizationId clinic, ComplaintId id, String requestId, StepForm form) {

    Seen seen() {
      return new Seen(clinic, id, form.seen());
    }
  }

  @GetMapping
  @Needs(object = "complaints", verb = Verb.READ)
  @Audited("seen complaint")
  ModelAndView show(
      @PathVariable("organization") OrganizationId clinic, @PathVariable ComplaintId id) {
    return new ModelAndView(VIEW, "page", pages.page(clinic, id, "", StepForm.EMPTY));
  }

  @PostMapping("/taking")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("taken complaint")
  ModelAndView take(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(new Sent("taking", clinic, id, requestId, form), steps::take);
  }

  @PostMapping("/kind")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("sorted complaint")
  ModelAndView sort(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(
        new Sent("kind", clinic, id, requestId, form),
        seen -> steps.sort(seen, Kind.of(form.of("kind"))));
  }

  @PostMapping("/note")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("noted complaint")
  ModelAndView note(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(
        new Sent("note", clinic, id, requestId, form), seen -> steps.note(seen, form.of("note")));
  }

  @PostMapping("/answer")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("answered complaint")
  ModelAndView answer(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(
        new Sent("answer", clinic, id, requestId, form),
        seen -> steps.answer(seen, day(clinic, form), form.of("answer")));
  }

  @PostMapping("/naming")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("named complaint")
  ModelAndView name(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(
        new Sent("naming", clinic, id, requestId, form), seen -> steps.name(seen, colleague(form)));
  }

  @PostMapping("/patient")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("moved complaint")
  ModelAndView move(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    var right = Optional.of(form.of("patient")).filter(typed -> !typed.isEmpty());
    return step(
        new Sent("patient", clinic, id, requestId, form),
        seen -> steps.move(seen, right.map(PatientId::of)));
  }

  @PostMapping("/closing")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("closed complaint")
  ModelAndView close(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(
        new Sent("closing", clinic, id, requestId, form),
        seen -> steps.close(seen, Complaint.Outcome.of(form.of("outcome")), form.of("found")));
  }

  @PostMapping("/reopening")
  @Needs(object = "complaints", verb = Verb.UPDATE)
  @Audited("reopened complaint")
  ModelAndView reopen(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam String requestId,
      StepForm form) {
    return step(
        new Sent("reopening", clinic, id, requestId, form),
        seen -> steps.reopen(seen, form.of("why")));
  }

  /** Does it once; a "no" keeps what was typed and stands beside its field. */
  private ModelAndView step(Sent sent, Consumer<Seen> how) {
    try {
      var place =
          receipts.once(
              sent.requestId(),
              () -> {
                how.accept(sent.seen());
                drafts.discard("complaint:" + sent.step() + "-" + sent.id());
                return ComplaintsPages.href(sent.clinic(), sent.id());
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var page = pages.page(sent.clinic(), sent.id(), sent.step(), sent.form());
      var errors = Errors.NONE.and(field, no.sentence());
      return new ModelAndView(
          VIEW, Map.of("page", page, "errors", errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private LocalDate day(OrganizationId clinic, StepForm form) {
    var today = days.today(clinic);
    var typed = form.of("answeredOn");
    try {
      return typed.isEmpty() ? today : SpokenDate.parsePast(typed, today).date();
    } catch (Refused no) {
      throw no.onField("answeredOn");
    }
  }

  private static AccountId colleague(StepForm form) {
    if (form.of("colleague").isEmpty()) {
      throw Refused.invalid("complaint.about").onField("colleague");
    }
    return AccountId.of(form.of("colleague"));
  }
}
