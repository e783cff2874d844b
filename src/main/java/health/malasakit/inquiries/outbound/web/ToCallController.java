package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom to call. */
@Controller
class ToCallController {

  private final ToCallPages pages;

  ToCallController(ToCallPages pages) {
    this.pages = pages;
  }

  @GetMapping("/calls/to-call")
  @Needs(object = "calls", verb = Verb.READ)
  @Audited("listed view: the patients to call, when they are shown to her first")
  ModelAndView toCall(@RequestParam(defaultValue = "all") String whose) {
    return new ModelAndView("inquiries/outbound/web/toCall", "page", pages.page(whose));
  }
}
