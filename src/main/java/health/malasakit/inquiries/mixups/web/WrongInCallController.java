package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.mixups.MixUpId;
import health.malasakit.inquiries.mixups.WrongInCalls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
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

/** A caller on the line who was proven for the wrong person. */
@Controller
class WrongInCallController {

  private static final String PAGE = "inquiries/mixups/web/wrongInCall";

  private final WrongInCallPages pages;
  private final WrongInCalls wrong;
  private final Calls calls;
  private final Receipts receipts;

  WrongInCallController(
      WrongInCallPages pages, WrongInCalls wrong, Calls calls, Receipts receipts) {
    this.pages = pages;
    this.wrong = wrong;
    this.calls = calls;
    this.receipts = receipts;
  }

  /** The record closes at once; the call goes on, and who is calling is asked again. */
  @PostMapping("/calls/{organization}/{id}/wrong-person")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("unproven patient; moved-to-another call")
  String begin(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam(defaultValue = "") String patient,
      @RequestParam String requestId) {
    calls.get(clinic, id);
    return "redirect:"
        + receipts.once(
            requestId,
            () -> {
              wrong.begin(clinic, id, PatientId.of(patient));
              return "/calls/" + clinic + "/" + id;
            });
  }

  @GetMapping("/mixups/{organization}/{id}/call")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @NotAudited(why = "what she did herself in this call, by kind and minute; nothing of a record")
  ModelAndView page(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MixUpId id,
      MixUpForm form) {
    var page = pages.page(clinic, id, form);
    return page.settled()
        ? new ModelAndView("redirect:" + page.call())
        : new ModelAndView(PAGE, "page", page);
  }

  @PostMapping("/mixups/{organization}/{id}/call")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("moved-to-another and moved-here, each thing that goes")
  ModelAndView settle(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MixUpId id,
      @RequestParam String requestId,
      MixUpForm form) {
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                var call = pages.call(clinic, id);
                wrong.settle(clinic, id, form.settling());
                return call;
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var errors = Errors.NONE.and(field, no.sentence());
      return new ModelAndView(
          PAGE,
          Map.of("page", pages.page(clinic, id, form), "errors", errors),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }
}
