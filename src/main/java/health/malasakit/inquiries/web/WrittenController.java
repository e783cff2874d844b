package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What she wrote up today, so that a call is found again. */
@Controller
class WrittenController {

  private final WrittenPages pages;

  WrittenController(WrittenPages pages) {
    this.pages = pages;
  }

  @GetMapping("/calls/written")
  @Needs(object = "calls", verb = Verb.READ)
  @Audited("listed view: the patients of the calls she wrote up today")
  ModelAndView today(@RequestParam(defaultValue = "0") int after) {
    return new ModelAndView("inquiries/web/written", "page", pages.page(after));
  }
}
