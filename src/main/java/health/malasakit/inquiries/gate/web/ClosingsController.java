package health.malasakit.inquiries.gate.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.gate.GateClosings;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What too many answers closed, for whoever leads. */
@Controller
class ClosingsController {

  private static final String VIEW = "inquiries/gate/web/closings";

  private final ClosingsPages pages;
  private final GateClosings closings;

  ClosingsController(ClosingsPages pages, GateClosings closings) {
    this.pages = pages;
    this.closings = closings;
  }

  @GetMapping("/calls/closings")
  @Needs(object = "calls", verb = Verb.APPROVE)
  @Audited("listed patients, those whose name is shown")
  ModelAndView show() {
    return new ModelAndView(VIEW, "page", pages.page());
  }

  @PostMapping("/calls/closings/{id}/reopening")
  @Needs(object = "calls", verb = Verb.APPROVE)
  @Audited("guess-reopened gate_closing")
  ModelAndView reopen(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    try {
      closings.reopen(Ids.parse(id), reason);
      return new ModelAndView("redirect:/calls/closings");
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model =
          Map.of(
              "page", pages.page(), "wrong", id, "errors", Errors.NONE.and(field, no.sentence()));
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }
}
