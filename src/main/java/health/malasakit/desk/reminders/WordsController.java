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
    return page(may(slug), known(language), WordsPage.Typed.NOTHING);
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
      var _ = no.field().orElseThrow(() -> no);
      var again = page(clinic, known(language), new WordsPage.Typed(step, words, no.sentence()));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private ModelAndView page(ClinicAt clinic, String language, WordsPage.Typed typed) {
    var all = templates.all(clinic.id(), language);
    var lines =
        all.stream()
            .map(one ->
                new WordsPage.Line(
                    one.step().code(),
                    typed.step().equals(one.step().code()) ? typed.words() : one.words(),
                    one.own(),
                    one.example(),
                    typed.step().equals(one.step().code()) ? typed.error() : "",
                    versions(clinic, templates.history(clinic.id(), language, one.step()))))
            .toList();
    var page = new WordsPage(clinic.slug(), clinic.name(), language, Templates.LANGUAGES, lines);
    return new ModelAndView("desk/reminders/words", "page", page);
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
