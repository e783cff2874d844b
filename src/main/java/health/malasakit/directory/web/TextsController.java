package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.texts.TextNumbers;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From which number a clinic sends texts, and as whom. */
@Controller
@RequestMapping("/clinics/{slug}/texts")
class TextsController {

  private final Clinics clinics;
  private final TextNumbers numbers;
  private final Saving saving;
  private final Sayings sayings;

  TextsController(Clinics clinics, TextNumbers numbers, Saving saving, Sayings sayings) {
    this.clinics = clinics;
    this.numbers = numbers;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView texts(@PathVariable String slug) {
    return Views.form(drawn(clinics.bySlug(slug)).fresh());
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: text-number")
  ModelAndView set(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    return saving.save(
        typed,
        drawn(clinic).again(typed, Views::form),
        () -> {
          numbers.set(clinic.id(), typed.text("number"));
          return "/clinics/" + slug + "/texts";
        });
  }

  private Drawn drawn(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("texts"), under(clinic), sayings.say("save")),
        "/clinics/" + clinic.slug() + "/texts",
        new Sheet(sayings, "texts").text("number"),
        Map.of("number", numbers.of(clinic.id()).map(Phone::shown).stream().toList()),
        0);
  }

  /** What is missing before one goes out. */
  private String under(Clinic clinic) {
    var neutral = clinic.profile().openName();
    return String.join(
        " ",
        List.of(
            sayings.say(numbers.isConnected() ? "texts.connected" : "texts.not_connected"),
            neutral.isEmpty() ? sayings.say("texts.unnamed") : sayings.say("texts.as", neutral)));
  }
}
