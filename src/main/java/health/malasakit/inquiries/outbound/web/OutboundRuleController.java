package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.outbound.OutboundRule;
import health.malasakit.inquiries.outbound.OutboundRules;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How often a clinic tries to reach a patient, and how far apart. */
@Controller
@RequestMapping("/clinics/{slug}/calling")
class OutboundRuleController {

  private static final String VIEW = "inquiries/outbound/web/rule";

  private final Clinics clinics;
  private final OutboundRules rules;
  private final Receipts receipts;

  OutboundRuleController(Clinics clinics, OutboundRules rules, Receipts receipts) {
    this.clinics = clinics;
    this.rules = rules;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows a clinic's rule and no patient")
  ModelAndView show(@PathVariable String slug) {
    var clinic = clinics.bySlug(slug);
    var rule = rules.of(clinic.id());
    return new ModelAndView(
        VIEW,
        "page",
        page(clinic, String.valueOf(rule.attempts()), String.valueOf(rule.apartHours())));
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: outbound-rule")
  ModelAndView set(
      @PathVariable String slug,
      @RequestParam String requestId,
      @RequestParam(defaultValue = "") String attempts,
      @RequestParam(defaultValue = "") String apartHours) {
    var clinic = clinics.bySlug(slug);
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                rules.set(
                    clinic.id(),
                    new OutboundRule(
                        number("attempts", attempts), number("apartHours", apartHours)));
                return "/clinics/" + slug + "/calling";
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model =
          Map.of(
              "page", page(clinic, attempts, apartHours),
              "errors", Errors.NONE.and(field, no.sentence()));
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static int number(String field, String typed) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException noNumber) {
      throw Refused.invalid("outbound.number").onField(field);
    }
  }

  private static OutboundRulePage page(Clinic clinic, String attempts, String apartHours) {
    return new OutboundRulePage(
        clinic.name(),
        "/clinics/" + clinic.slug() + "/calling",
        Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE),
        attempts,
        apartHours);
  }
}
