package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.video.VideoRooms;
import health.malasakit.kernel.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people who see patients. */
@Controller
class PractitionersController {

  private final Clinics clinics;
  private final Practitioners practitioners;
  private final PractitionerForms forms;
  private final Saving saving;
  private final Sayings sayings;
  private final VideoRooms rooms;

  PractitionersController(
      Clinics clinics,
      Practitioners practitioners,
      PractitionerForms forms,
      Saving saving,
      Sayings sayings,
      VideoRooms rooms) {
    this.clinics = clinics;
    this.practitioners = practitioners;
    this.forms = forms;
    this.saving = saving;
    this.sayings = sayings;
    this.rooms = rooms;
  }

  @GetMapping("/clinics/{slug}/practitioners")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView practitioners(
      @PathVariable String slug, @RequestParam(defaultValue = "0") int from) {
    Clinic clinic = clinics.bySlug(slug);
    HeadPage head = HeadPage.of(clinic);
    List<Practitioner> all = practitioners.of(clinic.id());
    int begin = Foot.begin(from, all.size());
    return Views.list(
        new ListPage(
            head,
            sayings.list("practitioners"),
            Foot.part(all, begin).stream().map(each -> line(head, each)).toList(),
            Foot.of(sayings, head.path() + "/practitioners", begin, all.size())
                .withCsv(clinic.id(), head.path() + "/practitioners.csv"),
            head.mayEdit() ? head.path() + "/practitioners/new" : "",
            Optional.empty(),
            List.of()));
  }

  @GetMapping("/clinics/{slug}/practitioners/new")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView blank(@PathVariable String slug) {
    return Views.form(forms.blank(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/practitioners")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("created practitioner")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    var read = PractitionerForms.read(typed, "");
    return saving.save(
        typed,
        forms.blank(clinic).again(typed, Views::form),
        () -> {
          var added = practitioners.add(clinic.id(), read.details(), read.at());
          rooms.set(clinic.id(), added, read.room());
          return "/clinics/" + slug + "/practitioners";
        });
  }

  @GetMapping("/clinics/{slug}/practitioners/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView practitioner(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    Practitioner who = own(clinic, id);
    return page(who, forms.of(clinic, who).fresh());
  }

  @PostMapping("/clinics/{slug}/practitioners/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed practitioner")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Practitioner who = own(clinic, id);
    Typed typed = new Typed(form);
    var read = PractitionerForms.read(typed, who.details().npi());
    return saving.save(
        typed,
        forms.of(clinic, who).again(typed, page -> page(who, page)),
        () -> {
          practitioners.change(who.id(), read.details(), typed.version());
          practitioners.workAt(who.id(), read.at());
          rooms.set(clinic.id(), who.id(), read.room());
          return "/clinics/" + slug + "/practitioners";
        });
  }

  @PostMapping("/clinics/{slug}/practitioners/{id}/activity")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed practitioner")
  ModelAndView switchActivity(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Practitioner who = own(clinics.bySlug(slug), id);
    Typed typed = new Typed(form);
    return saving.act(
        typed,
        () -> {
          practitioners.setActive(who.id(), !who.active(), typed.version());
          return "/clinics/" + slug + "/practitioners";
        });
  }

  private Practitioner own(Clinic clinic, String id) {
    Practitioner who = practitioners.get(PractitionerId.of(id));
    Views.refuseOthers(clinic, who.organization());
    return who;
  }

  private ModelAndView page(Practitioner who, FormPage form) {
    String word = sayings.say(who.active() ? "practitioner.leave" : "practitioner.return");
    String action = form.action() + "/activity";
    return Views.form(form.withActs(new FormPage.Act(word, action, who.version(), who.active())));
  }

  private ListPage.Line line(HeadPage head, Practitioner who) {
    List<String> facts = new ArrayList<>();
    facts.add(Languages.shown(who.details().languages()));
    if (!who.details().licensedStates().isEmpty()) {
      facts.add(
          sayings.say("practitioner.licensed", String.join(", ", who.details().licensedStates())));
    }
    return new ListPage.Line(
        who.name(),
        head.mayEdit() ? head.path() + "/practitioners/" + who.id() : "",
        facts,
        marks(who),
        Optional.empty(),
        "");
  }

  private List<ListPage.Mark> marks(Practitioner who) {
    if (!who.active()) {
      return List.of(new ListPage.Mark(sayings.say("practitioner.inactive"), "", "lock"));
    }
    if (who.npiVerified()) {
      return List.of();
    }
    String word = who.details().npi().isEmpty() ? "npi.none" : "npi.unverified";
    return List.of(new ListPage.Mark(sayings.say(word), "soon", "alert"));
  }
}
