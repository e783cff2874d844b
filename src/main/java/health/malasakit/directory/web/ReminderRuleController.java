package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
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

/** Whether a clinic tells of visits, at which hours and how long before. */
@Controller
@RequestMapping("/clinics/{slug}/reminders")
class ReminderRuleController {

  private final Clinics clinics;
  private final Rules rules;
  private final ReminderForms forms;
  private final Saving saving;

  ReminderRuleController(Clinics clinics, Rules rules, ReminderForms forms, Saving saving) {
    this.clinics = clinics;
    this.rules = rules;
    this.forms = forms;
    this.saving = saving;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView reminders(@PathVariable String slug, @RequestParam(defaultValue = "0") int from) {
    Clinic clinic = clinics.bySlug(slug);
    return forms.page(clinic, forms.drawn(clinic).fresh(), from);
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: messages-on, messages-off")
  ModelAndView set(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    forms.read(typed, rules.of(clinic.id()));
    return saving.save(
        typed,
        forms.drawn(clinic).again(typed, page -> forms.page(clinic, page, 0)),
        () -> {
          rules.change(
              clinic.id(),
              now -> {
                ReminderForms.requireSeen(now, typed);
                return forms.read(typed, now);
              });
          return "/clinics/" + slug + "/reminders";
        });
  }
}
