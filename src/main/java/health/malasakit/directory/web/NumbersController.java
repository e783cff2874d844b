package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The numbers that callers dial. */
@Controller
class NumbersController {

  private static final ClinicNumber NO_NUMBER = ClinicNumber.of("+12125550100", "");

  private final Clinics clinics;
  private final ClinicProfiles profiles;
  private final Saving saving;
  private final Sayings sayings;

  NumbersController(Clinics clinics, ClinicProfiles profiles, Saving saving, Sayings sayings) {
    this.clinics = clinics;
    this.profiles = profiles;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping("/clinics/{slug}/numbers")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView numbers(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    return page(clinic, drawn(clinic).fresh());
  }

  @PostMapping("/clinics/{slug}/numbers")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    ClinicNumber number =
        typed.read("number", NO_NUMBER, text -> ClinicNumber.of(text, typed.text("label")));
    return saving.save(
        typed,
        drawn(clinic).again(typed, page -> page(clinic, page)),
        () -> {
          profiles.addNumber(clinic.id(), number);
          return at(clinic);
        });
  }

  @PostMapping("/clinics/{slug}/numbers/removal")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView remove(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    return saving.act(
        typed,
        () -> {
          profiles.removeNumber(clinic.id(), typed.text("what"));
          return at(clinic);
        });
  }

  private ModelAndView page(Clinic clinic, FormPage form) {
    List<ListPage.Line> lines =
        clinic.numbers().stream()
            .map(number ->
                new ListPage.Line(
                    number.phone().shown(),
                    "",
                    number.label().isEmpty() ? List.of() : List.of(number.label()),
                    List.of(),
                    Optional.of(
                        new FormPage.Act(sayings.say("remove"), at(clinic) + "/removal", 0, true)),
                    number.e164()))
            .toList();
    return Views.list(
        new ListPage(
            HeadPage.of(clinic),
            sayings.list("numbers"),
            lines,
            Foot.NONE,
            "",
            Optional.of(form),
            List.of()));
  }

  private Drawn drawn(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("list.numbers.add"), "", sayings.say("add")),
        at(clinic),
        new Sheet(sayings, "number").text("number", "label"),
        Map.of(),
        0);
  }

  private static String at(Clinic clinic) {
    return "/clinics/" + clinic.slug() + "/numbers";
  }
}
