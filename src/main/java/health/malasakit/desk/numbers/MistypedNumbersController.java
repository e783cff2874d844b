package health.malasakit.desk.numbers;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A number or an e-mail that was mistyped among those who wanted no messages before is set right.
 */
@Controller
@RequestMapping("/clinics/{slug}/reached/mistyped")
class MistypedNumbersController {

  private static final String VIEW = "desk/numbers/mistyped";

  private final ClinicsAt clinics;
  private final MistypedNumbers numbers;
  private final Colleagues colleagues;
  private final Clock clock;

  MistypedNumbersController(
      ClinicsAt clinics, MistypedNumbers numbers, Colleagues colleagues, Clock clock) {
    this.clinics = clinics;
    this.numbers = numbers;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows numbers that the clinic typed, and no patient")
  ModelAndView show(@PathVariable String slug) {
    return new ModelAndView(VIEW, "page", page(may(slug), "", "", Errors.NONE));
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: opt-out-corrected")
  ModelAndView correct(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String words) {
    var clinic = may(slug);
    try {
      numbers.correct(clinic.id(), new MistypedNumbers.Typed(number, words, today(clinic)));
      return new ModelAndView("redirect:/clinics/" + slug + "/reached/mistyped");
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model =
          Map.of("page", page(clinic, number, words, Errors.NONE.and(field, no.sentence())));
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private MistypedPage page(ClinicAt clinic, String number, String words, Errors errors) {
    var lines = numbers.corrected(clinic.id());
    var names = colleagues.names(lines.stream().flatMap(one -> one.by().stream()).toList());
    return new MistypedPage(
        clinic.slug(),
        clinic.name(),
        number,
        words,
        lines.stream()
            .map(one ->
                new MistypedPage.Corrected(
                    one.number(),
                    one.why(),
                    one.by().map(who -> names.getOrDefault(who, "")).orElse(""),
                    Moments.at(one.at(), clinic.zone())))
            .toList(),
        errors);
  }

  private LocalDate today(ClinicAt clinic) {
    return LocalDate.ofInstant(clock.instant(), clinic.zone());
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
