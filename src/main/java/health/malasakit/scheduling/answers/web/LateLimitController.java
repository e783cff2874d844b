package health.malasakit.scheduling.answers.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.answers.LateLimits;
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

/** Until how long before a visit its patient can cancel it by text. */
@Controller
@RequestMapping("/clinics/{slug}/answers")
class LateLimitController {

  private static final String VIEW = "scheduling/answers/web/lateLimit";

  private final Clinics clinics;
  private final LateLimits limits;
  private final Colleagues colleagues;

  LateLimitController(Clinics clinics, LateLimits limits, Colleagues colleagues) {
    this.clinics = clinics;
    this.limits = limits;
    this.colleagues = colleagues;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows a clinic's rule and no patient")
  ModelAndView show(@PathVariable String slug) {
    var clinic = may(slug);
    var hours = String.valueOf(limits.hours(clinic.id()));
    return new ModelAndView(VIEW, "page", page(clinic, hours));
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: late-limit")
  ModelAndView set(@PathVariable String slug, @RequestParam(defaultValue = "") String hours) {
    var clinic = may(slug);
    try {
      limits.set(clinic.id(), whole(hours.strip()));
      return new ModelAndView("redirect:/clinics/" + slug + "/answers");
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var errors = Errors.NONE.and(field, no.sentence());
      var model = Map.of("page", page(clinic, hours.strip()), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static int whole(String typed) {
    if (!typed.matches("[0-9]{1,4}")) {
      throw Refused.invalid("late_limit.hours", LateLimits.HOURS_MAX).onField("hours");
    }
    return Integer.parseInt(typed);
  }

  private LateLimitPage page(Clinic clinic, String hours) {
    var said = limits.history(clinic.id());
    var names = colleagues.names(said.stream().flatMap(one -> one.by().stream()).toList());
    var zone = clinic.zone().orElse(Scopes.current().zone());
    return new LateLimitPage(
        clinic.slug(),
        clinic.name(),
        hours,
        LateLimits.USUAL_HOURS,
        said.stream()
            .map(one ->
                new LateLimitPage.Line(
                    one.hours(),
                    one.by().map(who -> names.getOrDefault(who, "")).orElse(""),
                    Moments.at(one.at(), zone)))
            .toList());
  }

  /** What she may not change is not there for her. */
  private Clinic may(String slug) {
    var clinic = clinics.bySlug(slug);
    if (!Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE)) {
      throw Refused.notFound("clinic.none/member");
    }
    return clinic;
  }
}
