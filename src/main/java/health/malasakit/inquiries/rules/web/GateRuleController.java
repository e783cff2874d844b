package health.malasakit.inquiries.rules.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.gate.Fact;
import health.malasakit.inquiries.gate.GateRules;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a clinic asks of its callers beside name and birth date. */
@Controller
@RequestMapping("/clinics/{slug}/asking")
class GateRuleController {

  private static final String VIEW = "inquiries/rules/web/gateRule";

  private final Clinics clinics;
  private final GateRules rules;

  GateRuleController(Clinics clinics, GateRules rules) {
    this.clinics = clinics;
    this.rules = rules;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows a clinic's rule and no patient")
  ModelAndView show(@PathVariable String slug) {
    var clinic = clinics.bySlug(slug);
    return new ModelAndView(
        VIEW,
        "page",
        page(clinic, rules.of(clinic.id()), String.valueOf(rules.newNumberDays(clinic.id()))));
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: gate-rule")
  ModelAndView set(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") List<String> facts,
      @RequestParam(defaultValue = "") String newNumberDays) {
    var clinic = clinics.bySlug(slug);
    try {
      rules.set(
          clinic.id(), facts.stream().map(Fact::further).toList(), days(clinic, newNumberDays));
      return new ModelAndView("redirect:/clinics/" + slug + "/asking");
    } catch (Refused no) {
      var errors = Errors.NONE.and(no.field().orElse("facts"), no.sentence());
      var kept = no.field().filter("newNumberDays"::equals).isPresent();
      var typed = kept ? facts.stream().map(Fact::further).toList() : List.<Fact>of();
      var model = Map.of("page", page(clinic, typed, newNumberDays), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** Nothing typed leaves the days as they are. */
  private int days(Clinic clinic, String typed) {
    try {
      return typed.isBlank() ? rules.newNumberDays(clinic.id()) : Integer.parseInt(typed.strip());
    } catch (NumberFormatException noNumber) {
      throw Refused.invalid("outbound.number").onField("newNumberDays");
    }
  }

  private static GateRulePage page(Clinic clinic, List<Fact> facts, String days) {
    return new GateRulePage(
        clinic.name(),
        "/clinics/" + clinic.slug() + "/asking",
        Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE),
        Fact.FURTHER.stream().map(Fact::code).toList(),
        facts.stream().map(Fact::code).toList(),
        days);
  }
}
