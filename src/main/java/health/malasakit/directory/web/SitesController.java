package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Verb;
import health.malasakit.kernel.ZoneLabels;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The places where a clinic sees patients. */
@Controller
class SitesController {

  private final Clinics clinics;
  private final Sites sites;
  private final SiteForms forms;
  private final Saving saving;
  private final Sayings sayings;

  SitesController(Clinics clinics, Sites sites, SiteForms forms, Saving saving, Sayings sayings) {
    this.clinics = clinics;
    this.sites = sites;
    this.forms = forms;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping("/clinics/{slug}/sites")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView sites(@PathVariable String slug, @RequestParam(defaultValue = "0") int from) {
    Clinic clinic = clinics.bySlug(slug);
    HeadPage head = HeadPage.of(clinic);
    List<Site> all = sites.of(clinic.id());
    int begin = Foot.begin(from, all.size());
    return Views.list(
        new ListPage(
            head,
            sayings.list("sites"),
            Foot.part(all, begin).stream().map(site -> line(head, site)).toList(),
            Foot.of(sayings, head.path() + "/sites", begin, all.size())
                .withCsv(clinic.id(), head.path() + "/sites.csv"),
            head.mayEdit() ? head.path() + "/sites/new" : "",
            Optional.empty(),
            List.of()));
  }

  @GetMapping("/clinics/{slug}/sites/new")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView blank(@PathVariable String slug) {
    return Views.form(forms.blank(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/sites")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("created site")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    Site.Details details = SiteForms.read(typed);
    return saving.save(
        typed,
        forms.blank(clinic).again(typed, Views::form),
        () -> "/clinics/" + slug + "/sites/" + sites.add(clinic.id(), details) + "#zone");
  }

  @GetMapping("/clinics/{slug}/sites/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView site(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = own(clinic, id);
    return forms.page(clinic, site, forms.details(clinic, site).fresh());
  }

  @PostMapping("/clinics/{slug}/sites/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed site")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = own(clinic, id);
    Typed typed = new Typed(form);
    Site.Details details = SiteForms.read(typed);
    return saving.save(
        typed,
        forms.details(clinic, site).again(typed, page -> forms.page(clinic, site, page)),
        () -> {
          sites.change(site.id(), details, typed.version());
          return "/clinics/" + slug + "/sites";
        });
  }

  @PostMapping("/clinics/{slug}/sites/{id}/zone")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed site")
  ModelAndView confirmZone(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = own(clinic, id);
    Typed typed = new Typed(form);
    var zone = typed.read("zone", java.time.ZoneId.of("UTC"), ZoneLabels::zone);
    return saving.save(
        typed,
        forms.zone(clinic, site).again(typed, page -> forms.zonePage(clinic, site, page)),
        () -> {
          sites.confirmZone(site.id(), zone, typed.version());
          return "/clinics/" + slug + "/sites";
        });
  }

  @PostMapping("/clinics/{slug}/sites/{id}/activity")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed site")
  ModelAndView switchActivity(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = own(clinic, id);
    Typed typed = new Typed(form);
    return saving.act(
        typed,
        () -> {
          sites.setActive(site.id(), !site.active(), typed.version());
          return "/clinics/" + slug + "/sites";
        });
  }

  private Site own(Clinic clinic, String id) {
    Site site = sites.get(SiteId.of(id));
    Views.refuseOthers(clinic, site.organization());
    return site;
  }

  private String book(Site site) {
    boolean waits = site.book() == Site.Book.OURS && !site.zoneConfirmed();
    return sayings.say(waits ? "book.no_zone" : "book." + site.book().code() + ".short");
  }

  private ListPage.Line line(HeadPage head, Site site) {
    return new ListPage.Line(
        site.name(),
        head.mayEdit() ? head.path() + "/sites/" + site.id() : "",
        List.of(site.address().shown(), book(site)),
        forms.marks(site),
        Optional.empty(),
        "");
  }
}
