package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Resource;
import health.malasakit.directory.ResourceId;
import health.malasakit.directory.Resources;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import java.util.HashMap;
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

/** Rooms and devices. */
@Controller
class ResourcesController {

  private final Clinics clinics;
  private final Resources resources;
  private final Sites sites;
  private final Saving saving;
  private final Sayings sayings;

  ResourcesController(
      Clinics clinics, Resources resources, Sites sites, Saving saving, Sayings sayings) {
    this.clinics = clinics;
    this.resources = resources;
    this.sites = sites;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping("/clinics/{slug}/resources")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView resources(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    HeadPage head = HeadPage.of(clinic);
    Map<SiteId, String> names = new HashMap<>();
    sites.of(clinic.id()).forEach(site -> names.put(site.id(), site.name()));
    return Views.list(
        new ListPage(
            head,
            sayings.list("resources"),
            resources.of(clinic.id()).stream().map(each -> line(head, each, names)).toList(),
            Foot.NONE,
            head.mayEdit() ? head.path() + "/resources/new" : "",
            Optional.empty(),
            List.of()));
  }

  @GetMapping("/clinics/{slug}/resources/new")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView blank(@PathVariable String slug) {
    return Views.form(blank(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/resources")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("created resource")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    Resource read = read(typed, ResourceId.next(), clinic);
    return saving.save(
        typed,
        blank(clinic).again(typed, Views::form),
        () -> {
          resources.add(clinic.id(), read.details());
          return "/clinics/" + slug + "/resources";
        });
  }

  @GetMapping("/clinics/{slug}/resources/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView resource(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    return Views.form(of(clinic, own(clinic, id)).fresh());
  }

  @PostMapping("/clinics/{slug}/resources/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed resource")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Resource now = own(clinic, id);
    Typed typed = new Typed(form);
    Resource read = read(typed, now.id(), clinic);
    return saving.save(
        typed,
        of(clinic, now).again(typed, Views::form),
        () -> {
          resources.change(read);
          return "/clinics/" + slug + "/resources";
        });
  }

  private Drawn blank(Clinic clinic) {
    List<Choice> places = places(clinic);
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("list.resources.add"), "", sayings.say("add")),
        "/clinics/" + clinic.slug() + "/resources",
        sheet(places),
        Map.of("type", List.of("room"), "kind", List.of("exam room"), "active", List.of("yes")),
        0);
  }

  private Drawn of(Clinic clinic, Resource resource) {
    Resource.Details details = resource.details();
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(resource.name(), "", sayings.say("save")),
        "/clinics/" + clinic.slug() + "/resources/" + resource.id(),
        sheet(places(clinic)),
        Map.of(
            "name", List.of(details.name()),
            "site", List.of(details.site().toString()),
            "type", List.of(details.type().code()),
            "kind", List.of(details.kind()),
            "active", List.of(resource.active() ? "yes" : "no")),
        resource.version());
  }

  private static Resource read(Typed typed, ResourceId id, Clinic clinic) {
    var details =
        new Resource.Details(
            typed.read("site", new SiteId(id.value()), SiteId::of),
            typed.one("type", Resource.Type.ROOM),
            typed
                .needed("kind", Sentences.of("directory.wrong.resource.kind"))
                .toLowerCase(Locale.ROOT),
            typed.needed("name", Sentences.of("directory.wrong.resource.name")));
    return new Resource(
        id, clinic.id(), details, !typed.text("active").equals("no"), typed.version());
  }

  private Sheet sheet(List<Choice> places) {
    return new Sheet(sayings, "resource")
        .text("name")
        .select("site", places)
        .one("type", sayings.choices("type", Resource.Type.class))
        .text("kind")
        .one(
            "active",
            List.of(
                Choice.of("yes", sayings.say("resource.active.yes")),
                Choice.of("no", sayings.say("resource.active.no"))));
  }

  private List<Choice> places(Clinic clinic) {
    return sites.of(clinic.id()).stream()
        .filter(Site::active)
        .limit(1000)
        .map(site -> Choice.of(site.id().toString(), site.name()))
        .toList();
  }

  private Resource own(Clinic clinic, String id) {
    Resource resource = resources.get(ResourceId.of(id));
    Views.refuseOthers(clinic, resource.organization());
    return resource;
  }

  private ListPage.Line line(HeadPage head, Resource resource, Map<SiteId, String> names) {
    return new ListPage.Line(
        resource.name(),
        head.mayEdit() ? head.path() + "/resources/" + resource.id() : "",
        List.of(
            resource.details().kind(),
            sayings.say("type." + resource.details().type().code()),
            names.getOrDefault(resource.site(), "")),
        resource.active()
            ? List.of()
            : List.of(new ListPage.Mark(sayings.say("resource.inactive"), "", "lock")),
        Optional.empty(),
        "");
  }
}
