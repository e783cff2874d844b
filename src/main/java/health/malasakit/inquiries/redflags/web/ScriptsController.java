package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.redflags.Confirmations;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The words to say at each sign, as a clinician of the clinic stands by them. */
@Controller
class ScriptsController {

  private final RedFlags flags;
  private final Confirmations confirmations;
  private final Marks marks;
  private final Clinics clinics;

  ScriptsController(RedFlags flags, Confirmations confirmations, Marks marks, Clinics clinics) {
    this.flags = flags;
    this.confirmations = confirmations;
    this.marks = marks;
    this.clinics = clinics;
  }

  @GetMapping("/clinics/{slug}/scripts")
  @Needs(object = "red_flags", verb = Verb.READ)
  @NotAudited(why = "shows words to say and no patient")
  ModelAndView scripts(@PathVariable String slug) {
    var clinic = clinics.bySlug(slug);
    var all = flags.all();
    var marked = marks.of(clinic, all);
    var scripts =
        IntStream.range(0, all.size())
            .mapToObj(at -> new ScriptsPage.Script(all.get(at), marked.get(at)))
            .toList();
    var page =
        new ScriptsPage(
            clinic.name(),
            "/clinics/" + slug,
            Scopes.current().may(clinic.id(), "red_flags", Verb.APPROVE),
            (int) marked.stream().filter(mark -> !mark.confirmed()).count(),
            scripts);
    return new ModelAndView("inquiries/redflags/web/scripts", "page", page);
  }

  /** The same twice is once: her first name and date stay. */
  @PostMapping("/clinics/{slug}/scripts/{code}/confirmation")
  @Needs(object = "red_flags", verb = Verb.APPROVE)
  @Audited("confirmed script")
  String confirm(
      @PathVariable String slug,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String seen) {
    confirmations.confirm(clinics.bySlug(slug).id(), flags.get(code), seen);
    return "redirect:/clinics/" + slug + "/scripts#" + code;
  }
}
