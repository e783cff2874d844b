package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of visit that can be booked. */
@Controller
class VisitTypesController {

  private final Clinics clinics;
  private final VisitTypes visitTypes;
  private final VisitTypeForms forms;
  private final Saving saving;
  private final Sayings sayings;

  VisitTypesController(
      Clinics clinics,
      VisitTypes visitTypes,
      VisitTypeForms forms,
      Saving saving,
      Sayings sayings) {
    this.clinics = clinics;
    this.visitTypes = visitTypes;
    this.forms = forms;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping("/clinics/{slug}/visit-types")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView visitTypes(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    HeadPage head = HeadPage.of(clinic);
    return Views.list(
        new ListPage(
            head,
            sayings.list("visit_types"),
            visitTypes.of(clinic.id()).stream().map(each -> line(head, each)).toList(),
            Foot.NONE,
            head.mayEdit() ? head.path() + "/visit-types/new" : "",
            Optional.empty(),
            List.of()));
  }

  @GetMapping("/clinics/{slug}/visit-types/new")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView blank(@PathVariable String slug) {
    return Views.form(forms.blank(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/visit-types")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("created visit_type")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    VisitType read = VisitTypeForms.read(typed, VisitTypeId.next(), clinic);
    return saving.save(
        typed,
        forms.blank(clinic).again(typed, Views::form),
        () -> {
          visitTypes.add(clinic.id(), read.details(), read.givenBy(), read.needs());
          return "/clinics/" + slug + "/visit-types";
        });
  }

  @GetMapping("/clinics/{slug}/visit-types/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView visitType(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    return Views.form(forms.of(clinic, own(clinic, id)).fresh());
  }

  @PostMapping("/clinics/{slug}/visit-types/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed visit_type")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    VisitType now = own(clinic, id);
    Typed typed = new Typed(form);
    VisitType read = VisitTypeForms.read(typed, now.id(), clinic);
    return saving.save(
        typed,
        forms.of(clinic, now).again(typed, Views::form),
        () -> {
          visitTypes.change(read);
          return "/clinics/" + slug + "/visit-types";
        });
  }

  private VisitType own(Clinic clinic, String id) {
    VisitType type = visitTypes.get(VisitTypeId.of(id));
    Views.refuseOthers(clinic, type.organization());
    return type;
  }

  private ListPage.Line line(HeadPage head, VisitType type) {
    String givenBy =
        type.givenBy().isEmpty()
            ? sayings.say("visit_type.anyone")
            : sayings.say("visit_type.some", type.givenBy().size());
    return new ListPage.Line(
        type.name(),
        head.mayEdit() ? head.path() + "/visit-types/" + type.id() : "",
        List.of(
            sayings.say("visit_type.length", type.details().minutes()),
            sayings.say("modality." + type.details().modality().code()),
            sayings.say("patients." + type.details().patients().code()),
            givenBy),
        type.active()
            ? List.of()
            : List.of(new ListPage.Mark(sayings.say("visit_type.inactive"), "", "lock")),
        Optional.empty(),
        "");
  }
}
