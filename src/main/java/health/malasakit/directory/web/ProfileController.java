package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Verb;
import health.malasakit.kernel.ZoneLabels;
import java.time.Clock;
import java.time.ZoneId;
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

/** Greeting, neutral name, zone and weekly hours of a clinic. */
@Controller
class ProfileController {

  private final Clinics clinics;
  private final ClinicProfiles profiles;
  private final Saving saving;
  private final Sayings sayings;
  private final Clock clock;

  ProfileController(
      Clinics clinics, ClinicProfiles profiles, Saving saving, Sayings sayings, Clock clock) {
    this.clinics = clinics;
    this.profiles = profiles;
    this.saving = saving;
    this.sayings = sayings;
    this.clock = clock;
  }

  @GetMapping("/clinics/{slug}/profile")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView profile(@PathVariable String slug) {
    return Views.form(profile(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/profile")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView describe(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    Optional<ZoneId> zone =
        typed.read(
            "zone",
            Optional.empty(),
            id -> id.isEmpty() ? Optional.empty() : Optional.of(ZoneLabels.zone(id)));
    Clinic.Profile next =
        new Clinic.Profile(typed.text("greeting"), typed.text("neutralName"), zone);
    return saving.save(
        typed,
        profile(clinic).again(typed, Views::form),
        () -> {
          profiles.describe(clinic.id(), next, typed.version());
          return "/clinics/" + slug;
        });
  }

  @GetMapping("/clinics/{slug}/hours")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView hours(@PathVariable String slug) {
    return Views.form(hours(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/hours")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView keepHours(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    var hours = WeekFields.read(typed);
    return saving.save(
        typed,
        hours(clinic).again(typed, Views::form),
        () -> {
          profiles.keepHours(clinic.id(), hours, typed.version());
          return "/clinics/" + slug;
        });
  }

  private Drawn profile(Clinic clinic) {
    Clinic.Profile now = clinic.profile();
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("profile"), sayings.say("profile.under"), sayings.say("save")),
        "/clinics/" + clinic.slug() + "/profile",
        new Sheet(sayings, "profile")
            .area("greeting")
            .text("neutralName")
            .select("zone", ZoneChoices.at(clock.instant())),
        Map.of(
            "greeting", List.of(now.greeting()),
            "neutralName", List.of(now.neutralName()),
            "zone", now.zone().map(ZoneId::getId).stream().toList()),
        clinic.versions().profile());
  }

  private Drawn hours(Clinic clinic) {
    String under =
        clinic
            .zone()
            .map(zone -> sayings.say("hours.under", ZoneLabels.label(zone)))
            .orElseGet(() -> sayings.say("hours.no_zone"));
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("hours"), under, sayings.say("save")),
        "/clinics/" + clinic.slug() + "/hours",
        new Sheet(sayings, "week").week(),
        WeekFields.values(clinic.hours()),
        clinic.versions().hours());
  }
}
