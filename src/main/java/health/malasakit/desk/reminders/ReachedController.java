package health.malasakit.desk.reminders;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.Attestations;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.ledger.Reached;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom a clinic's messages would reach, and what it says of the numbers in its files. */
@Controller
@RequestMapping("/clinics/{slug}/reached")
class ReachedController {

  private final ClinicsAt clinics;
  private final Reached reached;
  private final Rules rules;
  private final Attestations attestations;
  private final PriorOptOuts before;
  private final OptOuts optOuts;
  private final Clock clock;

  ReachedController(
      ClinicsAt clinics,
      Reached reached,
      Rules rules,
      Attestations attestations,
      PriorOptOuts before,
      OptOuts optOuts,
      Clock clock) {
    this.clinics = clinics;
    this.reached = reached;
    this.rules = rules;
    this.attestations = attestations;
    this.before = before;
    this.optOuts = optOuts;
    this.clock = clock;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "counts patients, and shows none")
  ModelAndView count(@PathVariable String slug) {
    return page(may(slug), "", "", Errors.NONE);
  }

  @PostMapping("/attestation")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: attestation")
  ModelAndView attest(
      @PathVariable String slug,
      @RequestParam String by,
      @RequestParam(defaultValue = "") String no) {
    var clinic = may(slug);
    try {
      if (no.isEmpty()) {
        attestations.say(clinic.id(), by, today(clinic), words());
      } else {
        attestations.takeBack(clinic.id());
      }
      return new ModelAndView("redirect:/clinics/" + slug + "/reached");
    } catch (Refused wrong) {
      var field = wrong.field().orElseThrow(() -> wrong);
      return wrong(page(clinic, by, "", Errors.NONE.and(field, wrong.sentence())));
    }
  }

  /** Those who said no to whoever sent before come first, and win. */
  @PostMapping("/opt-outs")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: opt-outs")
  ModelAndView optOuts(@PathVariable String slug, @RequestParam(defaultValue = "") String numbers) {
    var clinic = may(slug);
    try {
      optOuts.take(clinic.id(), numbers, today(clinic));
      return new ModelAndView("redirect:/clinics/" + slug + "/reached");
    } catch (Refused wrong) {
      var field = wrong.field().orElseThrow(() -> wrong);
      return wrong(page(clinic, "", "", Errors.NONE.and(field, wrong.sentence())));
    }
  }

  /** Nobody sent before, or nobody said no to it. */
  @PostMapping("/no-opt-outs")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: no-opt-outs")
  ModelAndView noOptOuts(
      @PathVariable String slug, @RequestParam(defaultValue = "") String noneBy) {
    var clinic = may(slug);
    try {
      before.none(clinic.id(), noneBy, today(clinic), none());
      return new ModelAndView("redirect:/clinics/" + slug + "/reached");
    } catch (Refused wrong) {
      return wrong(page(clinic, "", noneBy, Errors.NONE.and("noneBy", wrong.sentence())));
    }
  }

  private static ModelAndView wrong(ModelAndView again) {
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private ModelAndView page(ClinicAt clinic, String by, String noneBy, Errors errors) {
    var page =
        new ReachedPage(
            clinic.slug(),
            clinic.name(),
            rules.of(clinic.id()).sends(),
            ReachedPage.Counted.of(reached.count(clinic.id())),
            before.of(clinic.id()).map(ReachedPage.Before::of),
            attestations.of(clinic.id()).map(ReachedPage.Said::of),
            new ReachedPage.Words(none(), words()),
            new ReachedPage.Typed(noneBy, by),
            errors);
    return new ModelAndView("desk/reminders/reached", "page", page);
  }

  private LocalDate today(ClinicAt clinic) {
    return LocalDate.ofInstant(clock.instant(), clinic.zone());
  }

  private static String none() {
    return Sentences.of("reminders.opt_outs.none.words");
  }

  private static String words() {
    return Sentences.of("reminders.attest.words");
  }

  /** What she may not change is not there for her. */
  private ClinicAt may(String slug) {
    var clinic = clinics.named(slug);
    if (!Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE)) {
      throw Refused.notFound("clinic.none/member");
    }
    return clinic;
  }
}
