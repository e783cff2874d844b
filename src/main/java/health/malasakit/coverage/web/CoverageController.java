package health.malasakit.coverage.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.PolicyId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.workqueue.Drafts;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coverage by hand: added, corrected (past visits keep the old row), taken off the file. */
@Controller
@RequestMapping("/patients/{clinic}/{patient}/coverage")
class CoverageController {

  private static final String FORM = "coverage/web/coverage";

  private final CoveragePages pages;
  private final Policies policies;
  private final Drafts drafts;
  private final Receipts receipts;

  CoverageController(CoveragePages pages, Policies policies, Drafts drafts, Receipts receipts) {
    this.pages = pages;
    this.policies = policies;
    this.drafts = drafts;
    this.receipts = receipts;
  }

  @GetMapping("/new")
  @Needs(object = "coverage", verb = Verb.CREATE)
  @Audited("opened patient")
  ModelAndView empty(@PathVariable String clinic, @PathVariable String patient) {
    return new ModelAndView(FORM, "page", pages.empty(pages.open(clinic, patient)));
  }

  @PostMapping
  @Needs(object = "coverage", verb = Verb.CREATE)
  @Audited("created coverage")
  ModelAndView add(
      @PathVariable String clinic,
      @PathVariable String patient,
      @RequestParam Map<String, String> typed) {
    var at = pages.open(clinic, patient);
    var form = new CoverageForm(typed);
    var errors = form.errors(at.today());
    if (errors.any()) {
      return again(pages.page(at, "", form, errors));
    }
    return new ModelAndView(
        "redirect:"
            + receipts.once(
                typed.getOrDefault("requestId", ""),
                () -> {
                  policies.enter(at.clinic().id(), at.patient().id(), form.facts(at.today()));
                  drafts.discard("coverage:" + at.patient().id());
                  return back(at);
                }));
  }

  @GetMapping("/{id}")
  @Needs(object = "coverage", verb = Verb.UPDATE)
  @Audited("opened patient")
  ModelAndView show(
      @PathVariable String clinic, @PathVariable String patient, @PathVariable PolicyId id) {
    return new ModelAndView(FORM, "page", pages.correct(pages.open(clinic, patient), id));
  }

  @PostMapping("/{id}")
  @Needs(object = "coverage", verb = Verb.UPDATE)
  @Audited("changed coverage")
  ModelAndView correct(
      @PathVariable String clinic,
      @PathVariable String patient,
      @PathVariable PolicyId id,
      @RequestParam Map<String, String> typed) {
    var at = pages.open(clinic, patient);
    var form = new CoverageForm(typed);
    var errors = form.errors(at.today());
    if (errors.any()) {
      return again(pages.page(at, id.toString(), form, errors));
    }
    try {
      return new ModelAndView(
          "redirect:"
              + receipts.once(typed.getOrDefault("requestId", ""), () -> corrected(at, id, form)));
    } catch (Refused refused) {
      if (refused.kind() != Refused.Kind.CONFLICT) {
        throw refused;
      }
      var page = pages.conflict(at, id, form);
      return new ModelAndView(FORM, Map.of("page", page), HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/{id}/removal")
  @Needs(object = "coverage", verb = Verb.DELETE)
  @Audited("removed coverage")
  String remove(
      @PathVariable String clinic, @PathVariable String patient, @PathVariable PolicyId id) {
    var at = pages.open(clinic, patient);
    policies.remove(at.clinic().id(), at.patient().id(), id);
    return "redirect:" + back(at);
  }

  private String corrected(CoveragePages.At at, PolicyId id, CoverageForm form) {
    policies.correct(at.clinic().id(), at.patient().id(), id, form.facts(at.today()));
    drafts.discard("coverage:" + at.patient().id() + ":" + id);
    return back(at);
  }

  private static ModelAndView again(CoveragePage page) {
    return new ModelAndView(FORM, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String back(CoveragePages.At at) {
    return "/patients/" + at.clinic().slug() + "/" + at.patient().id();
  }
}
