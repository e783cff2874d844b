package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Undo;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One promise: everything that can be done about it, and what happened. */
@Controller
class PromiseController {

  private final PromisePages pages;
  private final Promises promises;
  private final ClinicsAt clinics;
  private final Receipts receipts;
  private final Clock clock;

  PromiseController(
      PromisePages pages, Promises promises, ClinicsAt clinics, Receipts receipts, Clock clock) {
    this.pages = pages;
    this.promises = promises;
    this.clinics = clinics;
    this.receipts = receipts;
    this.clock = clock;
  }

  @GetMapping("/promises/{clinic}/{id}")
  @Needs(object = "promises", verb = Verb.READ)
  @Audited("listed the patient of the promise")
  ModelAndView show(@PathVariable String clinic, @PathVariable PromiseId id) {
    return new ModelAndView("desk/web/promise", "page", pages.page(clinics.named(clinic), id));
  }

  @PostMapping("/promises/{clinic}/{id}/date")
  @Needs(object = "promises", verb = Verb.UPDATE)
  @Audited("retimed promise")
  ModelAndView retime(
      @PathVariable String clinic,
      @PathVariable PromiseId id,
      @RequestParam Map<String, String> typed) {
    var at = clinics.named(clinic);
    var form = PromiseForm.of(typed);
    var zone = pages.zoneOf(at, id);
    var errors = form.until().errorsAhead(zone, clock.instant());
    if (errors.any()) {
      return again(at, id, new PromisePages.Doing("date", form, errors));
    }
    return done(
        at,
        id,
        new PromisePages.Doing("date", form, errors),
        () ->
            promises.retime(at.id(), id, form.until().ahead(zone, clock.instant()), form.reason()));
  }

  @PostMapping("/promises/{clinic}/{id}/owner")
  @Needs(object = "promises", verb = Verb.UPDATE)
  @Audited("passed promise")
  ModelAndView pass(
      @PathVariable String clinic,
      @PathVariable PromiseId id,
      @RequestParam Map<String, String> typed) {
    var at = clinics.named(clinic);
    var form = PromiseForm.of(typed);
    return done(
        at,
        id,
        new PromisePages.Doing("owner", form, Errors.NONE),
        () -> promises.pass(at.id(), id, AccountId.of(form.owner())));
  }

  @PostMapping("/promises/{clinic}/{id}/withdrawal")
  @Needs(object = "promises", verb = Verb.UPDATE)
  @Audited("withdrew promise")
  ModelAndView withdraw(
      @PathVariable String clinic,
      @PathVariable PromiseId id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    var at = clinics.named(clinic);
    var form = PromiseForm.of(typed);
    var answer =
        done(
            at,
            id,
            new PromisePages.Doing("withdrawal", form, Errors.NONE),
            () -> promises.withdraw(at.id(), id, form.reason()));
    var action = "/promises/" + at.id() + "/" + id + "/reopening";
    next.addFlashAttribute(
        Undo.FLASH, new Undo("workqueue.withdrawn", action, "/promises/" + at.id() + "/" + id));
    return answer;
  }

  /** Does the act once and goes back to the promise; a "no" about a field shows the form again. */
  private ModelAndView done(ClinicAt at, PromiseId id, PromisePages.Doing doing, Runnable act) {
    try {
      return new ModelAndView(
          "redirect:"
              + receipts.once(
                  doing.form().requestId(),
                  () -> {
                    act.run();
                    return "/promises/" + at.id() + "/" + id;
                  }));
    } catch (Refused refused) {
      var field = refused.field().orElseThrow(() -> refused);
      return again(at, id, doing.wrong(field, refused.sentence()));
    }
  }

  private ModelAndView again(ClinicAt at, PromiseId id, PromisePages.Doing doing) {
    var page = pages.again(at, id, doing);
    return new ModelAndView(
        "desk/web/promise", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
