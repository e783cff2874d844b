package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Lack;
import health.malasakit.directory.SetUps;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.NavEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The clinics of a person, and each at a glance with what it still lacks. */
@Controller
class ClinicsController {

  private final Clinics clinics;
  private final SetUps setUps;
  private final Overviews overviews;
  private final Sayings sayings;

  ClinicsController(Clinics clinics, SetUps setUps, Overviews overviews, Sayings sayings) {
    this.clinics = clinics;
    this.setUps = setUps;
    this.overviews = overviews;
    this.sayings = sayings;
  }

  @Bean
  static NavEntry clinicsEntry() {
    return new NavEntry("directory.nav", "/clinics", "building", 80, "clinics", "read", "g c");
  }

  @GetMapping("/clinics")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView clinics() {
    List<ClinicsPage.Card> cards = clinics.inScope().stream().map(this::card).toList();
    return new ModelAndView("directory/web/clinics", "page", new ClinicsPage(cards));
  }

  @GetMapping("/clinics/{slug}")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView clinic(@PathVariable String slug) {
    return new ModelAndView("directory/web/overview", "page", overviews.of(clinics.bySlug(slug)));
  }

  private ClinicsPage.Card card(Clinic clinic) {
    String number =
        clinic.numbers().stream().findFirst().map(each -> each.phone().shown()).orElse("");
    return new ClinicsPage.Card(
        clinic.name(),
        "/clinics/" + clinic.slug(),
        number,
        overviews.open(clinic),
        List.of(ready(setUps.lacks(clinic))));
  }

  private ListPage.Mark ready(List<Lack> lacks) {
    if (lacks.isEmpty()) {
      return new ListPage.Mark(sayings.say("ready"), "done", "check");
    }
    String word = sayings.say("lacking", lacks.size());
    return lacks.stream().anyMatch(Lack::urgent)
        ? new ListPage.Mark(word, "harm", "alert")
        : new ListPage.Mark(word, "soon", "clock");
  }
}
