package health.malasakit.inquiries.rules.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.ReasonRules;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What calls of a clinic may be about, and in which order that is offered. */
@Controller
@RequestMapping("/clinics/{slug}/reasons")
class ReasonRuleController {

  private static final String VIEW = "inquiries/rules/web/reasonRule";
  private static final Pattern PLACE = Pattern.compile("[1-9][0-9]?");

  private final Clinics clinics;
  private final ReasonRules rules;

  ReasonRuleController(Clinics clinics, ReasonRules rules) {
    this.clinics = clinics;
    this.rules = rules;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows a clinic's list of reasons and no patient")
  ModelAndView show(@PathVariable String slug) {
    var clinic = clinics.bySlug(slug);
    var places = new HashMap<String, String>();
    for (var code : rules.of(clinic.id())) {
      places.put(code, String.valueOf(places.size() + 1));
    }
    return new ModelAndView(VIEW, "page", page(clinic, places));
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: reasons")
  ModelAndView set(@PathVariable String slug, @RequestParam Map<String, String> sent) {
    var clinic = clinics.bySlug(slug);
    var places = new HashMap<String, String>();
    WrapUpWords.REASONS.keySet().forEach(code -> places.put(code, place(sent, code)));
    try {
      rules.set(clinic.id(), inOrder(places));
      return new ModelAndView("redirect:/clinics/" + slug + "/reasons");
    } catch (Refused no) {
      var errors = Errors.NONE.and(no.field().orElseThrow(() -> no), no.sentence());
      var model = Map.of("page", page(clinic, places), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static String place(Map<String, String> sent, String code) {
    return sent.getOrDefault("place-" + code, "").strip();
  }

  /** Two at one place stand in the order of the file. */
  private static List<String> inOrder(Map<String, String> places) {
    var offered =
        WrapUpWords.REASONS.keySet().stream().filter(code -> !at(places, code).isEmpty()).toList();
    offered.stream()
        .filter(code -> !PLACE.matcher(at(places, code)).matches())
        .findFirst()
        .ifPresent(code -> {
          throw Refused.invalid("call.reasons.place").onField("place-" + code);
        });
    return offered.stream()
        .sorted(Comparator.comparingInt(code -> Integer.parseInt(at(places, code))))
        .toList();
  }

  private static String at(Map<String, String> places, String code) {
    return places.getOrDefault(code, "");
  }

  private static ReasonRulePage page(Clinic clinic, Map<String, String> places) {
    return new ReasonRulePage(
        clinic.name(),
        "/clinics/" + clinic.slug() + "/reasons",
        Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE),
        WrapUpWords.REASONS.entrySet().stream()
            .map(each ->
                new ReasonRulePage.Line(
                    each.getKey(), each.getValue(), places.getOrDefault(each.getKey(), "")))
            .sorted(Comparator.comparingInt(ReasonRuleController::last))
            .toList());
  }

  /** What is not offered, or has no place that can be read, comes last. */
  private static int last(ReasonRulePage.Line line) {
    return PLACE.matcher(line.place()).matches()
        ? Integer.parseInt(line.place())
        : Integer.MAX_VALUE;
  }
}
