package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.ledger.Rules;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a site tells of visits where it does not do as its clinic does. */
@Controller
@RequestMapping("/clinics/{slug}/reminders/{id}")
class SiteStepsController {

  private final Clinics clinics;
  private final Sites sites;
  private final Rules rules;
  private final ReminderForms forms;
  private final Saving saving;

  SiteStepsController(
      Clinics clinics, Sites sites, Rules rules, ReminderForms forms, Saving saving) {
    this.clinics = clinics;
    this.sites = sites;
    this.rules = rules;
    this.forms = forms;
    this.saving = saving;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView steps(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = open(clinic, id);
    return forms.page(clinic, site, forms.drawn(clinic, site).fresh());
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed site: own-steps")
  ModelAndView set(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = open(clinic, id);
    Typed typed = new Typed(form);
    var steps = StepFields.read(typed, rules.of(clinic.id()).rule().saidFor(site.id().value()));
    return saving.save(
        typed,
        forms.drawn(clinic, site).again(typed, page -> forms.page(clinic, site, page)),
        () -> {
          rules.changeSite(
              clinic.id(),
              site.id().value(),
              now -> {
                ReminderForms.requireSeen(now, site, typed);
                return now.with(site.id().value(), steps);
              });
          return "/clinics/" + slug + "/reminders";
        });
  }

  /** Back to the clinic's rule. */
  @PostMapping("/return")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed site: clinic-steps")
  ModelAndView giveBack(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Site site = open(clinic, id);
    Typed typed = new Typed(form);
    return saving.act(
        typed,
        () -> {
          rules.changeSite(
              clinic.id(),
              site.id().value(),
              now -> {
                ReminderForms.requireSeen(now, site, typed);
                return now.without(site.id().value());
              });
          return "/clinics/" + slug + "/reminders";
        });
  }

  /** A site that is closed for booking is not there. */
  private Site open(Clinic clinic, String id) {
    Site site = sites.get(SiteId.of(id));
    Views.refuseOthers(clinic, site.organization());
    if (!site.active()) {
      throw Refused.notFound("site.none");
    }
    return site;
  }
}
