package health.malasakit.desk.privacy;

import health.malasakit.access.Needs;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.AuditLines;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the privacy officer reads first: looks of the last days that need a question. */
@Controller
class ReviewController {

  private static final Duration LAST_DAYS = Duration.ofDays(7);

  private final PrivacyClinics clinics;
  private final ReviewPages pages;
  private final BreakGlass glass;
  private final MixedUpPages mixedUp;
  private final Clock clock;

  ReviewController(
      PrivacyClinics clinics,
      ReviewPages pages,
      BreakGlass glass,
      MixedUpPages mixedUp,
      Clock clock) {
    this.clinics = clinics;
    this.pages = pages;
    this.glass = glass;
    this.mixedUp = mixedUp;
    this.clock = clock;
  }

  @GetMapping("/audit")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log")
  public ModelAndView first(Locale locale) {
    return page(clinics.first(), "", locale);
  }

  @GetMapping("/audit/{clinic}")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log")
  public ModelAndView review(
      @PathVariable String clinic, @RequestParam(defaultValue = "") String before, Locale locale) {
    return page(clinics.named(clinic), before, locale);
  }

  @PostMapping("/audit/{clinic}/break-glass/{id}/review")
  @Needs(object = "break_glass", verb = Verb.APPROVE)
  @Audited("reviewed break_glass")
  public ModelAndView reviewed(@PathVariable String clinic, VerdictForm verdict, Locale locale) {
    var at = clinics.named(clinic);
    try {
      glass.review(at.id(), Ids.parse(verdict.id()), verdict.read());
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var typed = new ReviewPage.Typed(verdict.typed(), no.sentence());
      return new ModelAndView(
          "desk/privacy/review",
          Map.of(
              "page", shown(at, "", locale).again(verdict.id(), typed),
              "waiting", mixedUp.waiting(at)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return new ModelAndView("redirect:/audit/" + clinic);
  }

  /** She says what she found about something that had been said or sent to the wrong person. */
  @PostMapping("/audit/{clinic}/mixups/{id}/finding")
  @Needs(object = "mixups", verb = Verb.APPROVE)
  @Audited("reviewed mixup")
  public ModelAndView found(
      @PathVariable String clinic, @PathVariable String id, Found found, Locale locale) {
    var at = clinics.named(clinic);
    try {
      mixedUp.close(at, id, found.words());
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      var again = new ReviewPage.Typed(found.words(), no.sentence());
      return new ModelAndView(
          "desk/privacy/review",
          Map.of("page", shown(at, "", locale), "waiting", mixedUp.again(at, id, again)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return new ModelAndView("redirect:/audit/" + clinic);
  }

  /** What she typed. */
  record Found(@Nullable String found) {

    String words() {
      return Objects.requireNonNullElse(found, "").strip();
    }

    @Override
    public String toString() {
      return "Found";
    }
  }

  private ModelAndView page(ClinicAt clinic, String before, Locale locale) {
    return new ModelAndView(
        "desk/privacy/review",
        Map.of("page", shown(clinic, before, locale), "waiting", mixedUp.waiting(clinic)));
  }

  private ReviewPage shown(ClinicAt clinic, String before, Locale locale) {
    var now = clock.instant();
    var from = before.isEmpty() ? AuditLines.endOf(now.plusSeconds(60)) : Ids.parse(before);
    return pages.of(clinic, now.minus(LAST_DAYS), from, locale);
  }
}
