package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.TypedMoment;
import health.malasakit.ui.When;
import health.malasakit.workqueue.Drafts;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing a promise down: words, to whom, until when, and who keeps it. */
@Controller
class NewPromiseController {

  private static final String FORM = "desk/web/promiseForm";

  private final PromiseForms forms;
  private final Promises promises;
  private final ClinicsAt clinics;
  private final Drafts drafts;
  private final Receipts receipts;
  private final Clock clock;

  NewPromiseController(
      PromiseForms forms,
      Promises promises,
      ClinicsAt clinics,
      Drafts drafts,
      Receipts receipts,
      Clock clock) {
    this.forms = forms;
    this.promises = promises;
    this.clinics = clinics;
    this.drafts = drafts;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** About no patient; with several clinics she says which first. */
  @GetMapping("/promises/new")
  @Needs(object = "promises", verb = Verb.CREATE)
  @NotAudited(why = "an empty form about no patient")
  ModelAndView empty(@RequestParam(defaultValue = "") String clinic) {
    return new ModelAndView(FORM, "page", forms.aboutNobody(clinic));
  }

  @GetMapping("/patients/{clinic}/{patient}/promises/new")
  @Needs(object = "promises", verb = Verb.CREATE)
  @Audited("opened patient")
  ModelAndView empty(@PathVariable String clinic, @PathVariable String patient) {
    return new ModelAndView(FORM, "page", forms.about(clinic, patient));
  }

  @PostMapping("/promises")
  @Needs(object = "promises", verb = Verb.CREATE)
  @Audited("made promise")
  ModelAndView make(@RequestParam Map<String, String> typed) {
    var clinic = clinics.named(typed.getOrDefault("clinic", ""));
    var patient = typed.getOrDefault("patient", "");
    var form = PromiseForm.of(typed);
    var errors = forms.check(form, clinic);
    if (errors.any()) {
      var page = forms.again(clinic, patient, form, errors);
      return new ModelAndView(FORM, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var where = receipts.once(form.requestId(), () -> made(clinic, patient, form));
    return new ModelAndView("redirect:" + where);
  }

  /** The date in words while it is typed; who comes here by hand is shown her promises. */
  @GetMapping("/promises/due")
  @Needs(object = "promises", verb = Verb.READ)
  @NotAudited(why = "a date and an hour, about nobody")
  ModelAndView due(
      @RequestParam Optional<String> clinic,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String hour) {
    if (clinic.isEmpty()) {
      return new ModelAndView("redirect:/");
    }
    var zone = clinics.named(clinic.get()).zone();
    var due =
        due(new TypedMoment(day, hour), zone).map(at -> When.of(at, zone, Scopes.current().zone()));
    var form = "/promises/new?clinic=" + clinic.get();
    return new ModelAndView("desk/web/due", "page", new DuePage(due, form));
  }

  /** As far as it can be read. */
  private Optional<Instant> due(TypedMoment until, ZoneId zone) {
    var now = clock.instant();
    return until.errorsAhead(zone, now).any()
        ? Optional.empty()
        : Optional.of(until.ahead(zone, now));
  }

  private String made(ClinicAt clinic, String patient, PromiseForm form) {
    var about = patient.isEmpty() ? Optional.<String>empty() : Optional.of(patient);
    promises.make(
        new NewPromise(
            clinic.id(),
            about.map(id -> forms.visible(clinic, id).id()),
            form.words(),
            Promise.To.of(form.to()),
            form.until().ahead(clinic.zone(), clock.instant()),
            clinic.zone(),
            AccountId.of(form.owner())));
    drafts.discard("promise:" + about.orElse(clinic.slug()));
    return about.map(id -> "/patients/" + clinic.slug() + "/" + id).orElse("/");
  }
}
