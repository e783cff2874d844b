package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.mixups.NearMisses;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How often something goes to the wrong person, and what nearly did. */
@Controller
@RequestMapping("/mixups")
class CountsController {

  private static final String PAGE = "inquiries/mixups/web/counts";

  private final CountsPages pages;
  private final NearMisses misses;
  private final Receipts receipts;

  CountsController(CountsPages pages, NearMisses misses, Receipts receipts) {
    this.pages = pages;
    this.misses = misses;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "mixups", verb = Verb.READ)
  @NotAudited(why = "counts, of nobody by name")
  ModelAndView counts(@RequestParam(defaultValue = "") String added) {
    return new ModelAndView(PAGE, "page", pages.page(NearMissForm.EMPTY, added.equals("yes")));
  }

  /** Nothing was moved and nobody is named. */
  @PostMapping("/nearly")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("added near miss")
  ModelAndView nearly(@RequestParam String requestId, NearMissForm form) {
    try {
      var clinic = form.where();
      var kind = form.kind();
      return new ModelAndView(
          "redirect:"
              + receipts.once(
                  requestId,
                  () -> {
                    misses.add(clinic, kind);
                    return "/mixups?added=yes";
                  }));
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      return new ModelAndView(
          PAGE,
          Map.of("page", pages.page(form, false), "errors", Errors.NONE.and(field, no.sentence())),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }
}
