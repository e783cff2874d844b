package health.malasakit.desk.privacy;

import health.malasakit.access.Needs;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.audit.AuditLines;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the privacy officer reads first: looks of the last days that need a question. */
@Controller
class ReviewController {

  private static final Duration LAST_DAYS = Duration.ofDays(7);

  private final ClinicsAt clinics;
  private final ReviewPages pages;
  private final BreakGlass glass;
  private final Audit audit;
  private final Clock clock;

  ReviewController(
      ClinicsAt clinics, ReviewPages pages, BreakGlass glass, Audit audit, Clock clock) {
    this.clinics = clinics;
    this.pages = pages;
    this.glass = glass;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/audit")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log")
  @Transactional
  public ModelAndView first(Locale locale) {
    return page(clinics.inScope().getFirst(), "", locale);
  }

  @GetMapping("/audit/{clinic}")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log")
  @Transactional
  public ModelAndView review(
      @PathVariable String clinic, @RequestParam(defaultValue = "") String before, Locale locale) {
    return page(clinics.named(clinic), before, locale);
  }

  @PostMapping("/audit/{clinic}/break-glass/{id}/review")
  @Needs(object = "break_glass", verb = Verb.APPROVE)
  @Audited("reviewed break_glass")
  public String reviewed(
      @PathVariable String clinic,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String finding,
      @RequestParam(defaultValue = "") String found) {
    var verdict = new BreakGlass.Found(finding(finding), found);
    glass.review(clinics.named(clinic).id(), Ids.parse(id), verdict);
    return "redirect:/audit/" + clinic;
  }

  private ModelAndView page(ClinicAt clinic, String before, Locale locale) {
    var now = clock.instant();
    audit.done(Act.on(clinic.id(), "read", "audit_log", clinic.id().value()));
    var from = before.isEmpty() ? AuditLines.endOf(now.plusSeconds(60)) : Ids.parse(before);
    return new ModelAndView(
        "desk/privacy/review", "page", pages.of(clinic, now.minus(LAST_DAYS), from, locale));
  }

  private static BreakGlass.Finding finding(String code) {
    return switch (code) {
      case "justified" -> BreakGlass.Finding.JUSTIFIED;
      case "not_justified" -> BreakGlass.Finding.NOT_JUSTIFIED;
      default -> throw Refused.invalid("finding.unknown");
    };
  }
}
