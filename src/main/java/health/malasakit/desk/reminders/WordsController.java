package health.malasakit.desk.reminders;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.TemplateVersion;
import health.malasakit.messaging.ledger.Templates;
import java.util.List;
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

/** The words in which a clinic tells of visits. */
@Controller
@RequestMapping("/clinics/{slug}/words")
class WordsController {

  private final ClinicsAt clinics;
  private final Templates templates;
  private final Colleagues colleagues;

  WordsController(ClinicsAt clinics, Templates templates, Colleagues colleagues) {
    this.clinics = clinics;
    this.templates = templates;
    this.colleagues = colleagues;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView words(
      @PathVariable String slug, @RequestParam(defaultValue = "en") String language) {
    return page(may(slug), known(language), Optional.empty());
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: words")
  ModelAndView set(
      @PathVariable String slug,
      @RequestParam String language,
      @RequestParam String step,
      @RequestParam String words) {
    var clinic = may(slug);
    try {
      templates.set(clinic.id(), known(language), step(step), words);
      return new ModelAndView(
          "redirect:/clinics/" + slug + "/words?language=" + language + "#" + step);
    } catch (Refused no) {
      return wrong(clinic, known(language), new Typed(step(step), words), no);
    }
  }

  /** As a patient would read it; nothing is saved. */
  @PostMapping("/preview")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient, and saves nothing")
  ModelAndView preview(
      @PathVariable String slug,
      @RequestParam String language,
      @RequestParam String step,
      @RequestParam String words) {
    var clinic = may(slug);
    var typed = new Typed(step(step), words);
    try {
      Templates.check(typed.step(), words);
      return page(clinic, known(language), Optional.of(typed));
    } catch (Refused no) {
      return wrong(clinic, known(language), typed, no);
    }
  }

  /**
   * What was typed last and is not saved.
   *
   * @param error why it could not be; empty when it could
   */
  private record Typed(Step step, String words, String error) {

    Typed(Step step, String words) {
      this(step, words, "");
    }

    Typed wrong(Refused no) {
      return new Typed(step, words, no.sentence());
    }
  }

  private ModelAndView wrong(ClinicAt clinic, String language, Typed typed, Refused no) {
    var _ = no.field().orElseThrow(() -> no);
    var again = page(clinic, language, Optional.of(typed.wrong(no)));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private ModelAndView page(ClinicAt clinic, String language, Optional<Typed> typed) {
    var lines =
        templates.all(clinic.id(), language).stream()
            .map(one ->
                typed
                    .filter(words -> words.step() == one.step())
                    .map(words -> typed(clinic, language, one, words))
                    .orElseGet(() -> line(clinic, language, one)))
            .toList();
    var page = new WordsPage(clinic.slug(), clinic.name(), language, Templates.LANGUAGES, lines);
    return new ModelAndView("desk/reminders/words", "page", page);
  }

  private WordsPage.Line line(ClinicAt clinic, String language, Templates.Shown one) {
    return new WordsPage.Line(
        one.step().code(),
        one.words(),
        one.own(),
        new WordsPage.Example(false, one.example()),
        "",
        versions(clinic, templates.history(clinic.id(), language, one.step())));
  }

  /** Where a place of what was typed is filled by nothing, what is saved is shown. */
  private WordsPage.Line typed(ClinicAt clinic, String language, Templates.Shown one, Typed typed) {
    var saved = line(clinic, language, one);
    var example =
        templates
            .example(clinic.id(), language, typed.step(), typed.words())
            .map(read -> new WordsPage.Example(true, read))
            .orElse(saved.example());
    return new WordsPage.Line(
        saved.step(), typed.words(), saved.own(), example, typed.error(), saved.versions());
  }

  private List<WordsPage.Version> versions(ClinicAt clinic, List<TemplateVersion> versions) {
    Map<AccountId, String> names =
        colleagues.names(versions.stream().flatMap(one -> one.by().stream()).distinct().toList());
    return versions.stream()
        .map(one ->
            new WordsPage.Version(
                one.words(),
                one.by().flatMap(who -> Optional.ofNullable(names.get(who))).orElse(""),
                Moments.at(one.at(), clinic.zone())))
        .toList();
  }

  private static String known(String language) {
    return Templates.LANGUAGES.contains(language) ? language : "en";
  }

  private static Step step(String code) {
    try {
      return Step.of(code);
    } catch (IllegalArgumentException none) {
      throw Refused.notFound("message.unknown");
    }
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
