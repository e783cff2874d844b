package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people who work from a country may not take off the screen. */
@Controller
class SwitchesController {

  private final Clinics clinics;
  private final ClinicProfiles profiles;
  private final Saving saving;
  private final Sayings sayings;

  SwitchesController(Clinics clinics, ClinicProfiles profiles, Saving saving, Sayings sayings) {
    this.clinics = clinics;
    this.profiles = profiles;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping("/clinics/{slug}/switches")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView switches(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    return page(clinic, drawn(clinic).fresh());
  }

  @PostMapping("/clinics/{slug}/switches")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView switchOff(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    String country = typed.text("country").toUpperCase(Locale.ROOT);
    Clinic.Export what = typed.one("what", Clinic.Export.PRINT);
    return saving.save(
        typed,
        drawn(clinic).again(typed, page -> page(clinic, page)),
        () -> {
          profiles.switchOff(clinic.id(), new Clinic.SwitchedOff(country, what));
          return at(clinic);
        });
  }

  @PostMapping("/clinics/{slug}/switches/removal")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView switchOn(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    Clinic.SwitchedOff off =
        clinic.off().stream()
            .filter(each -> sent(each).equals(typed.text("what")))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("clinic.switch"));
    return saving.act(
        typed,
        () -> {
          profiles.switchOn(clinic.id(), off);
          return at(clinic);
        });
  }

  private ModelAndView page(Clinic clinic, FormPage form) {
    List<ListPage.Line> lines =
        clinic.off().stream()
            .sorted(Comparator.comparing(SwitchesController::sent))
            .map(off ->
                new ListPage.Line(
                    sayings.say("export." + off.what().code()),
                    "",
                    List.of(sayings.say("switch.off_from", countryName(off.country()))),
                    List.of(),
                    Optional.of(
                        new FormPage.Act(
                            sayings.say("switch.on"), at(clinic) + "/removal", 0, false)),
                    sent(off)))
            .toList();
    return Views.list(
        new ListPage(
            HeadPage.of(clinic),
            sayings.list("switches"),
            lines,
            Foot.NONE,
            "",
            Optional.of(form),
            List.of()));
  }

  private Drawn drawn(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("list.switches.add"), "", sayings.say("switch.off")),
        at(clinic),
        new Sheet(sayings, "switch")
            .one("what", sayings.choices("export", Clinic.Export.class))
            .brief("country"),
        Map.of("what", List.of("print")),
        0);
  }

  private static String countryName(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static String sent(Clinic.SwitchedOff off) {
    return off.country() + ":" + off.what().code();
  }

  private static String at(Clinic clinic) {
    return "/clinics/" + clinic.slug() + "/switches";
  }
}
