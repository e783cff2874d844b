package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.mixups.MixUpId;
import health.malasakit.inquiries.mixups.MixUps;
import health.malasakit.inquiries.mixups.MixUpsBack;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
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

/** Moves what went to the wrong person to the right one. */
@Controller
@RequestMapping("/mixups")
class MixUpsController {

  private static final String FORM = "inquiries/mixups/web/mixUp";

  private final MixUpPages pages;
  private final MixUps mixUps;
  private final MixUpsBack back;
  private final Receipts receipts;

  MixUpsController(MixUpPages pages, MixUps mixUps, MixUpsBack back, Receipts receipts) {
    this.pages = pages;
    this.mixUps = mixUps;
    this.back = back;
    this.receipts = receipts;
  }

  @GetMapping("/new")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("opened patient")
  ModelAndView blank(MixUpForm form) {
    return new ModelAndView(FORM, "page", pages.form(form));
  }

  /** Who is looked for stands in no address. */
  @PostMapping("/new")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("opened patient; listed patients")
  ModelAndView find(MixUpForm form) {
    return new ModelAndView(FORM, "page", pages.form(form));
  }

  @PostMapping
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("moved-to-another and moved-here, call or visit, on both persons")
  ModelAndView move(@RequestParam String requestId, MixUpForm form) {
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                var clinic = pages.clinicOf(form);
                return "/mixups/" + clinic + "/" + mixUps.move(form.moving(clinic));
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var errors = Errors.NONE.and(field, no.sentence());
      return new ModelAndView(
          FORM,
          Map.of("page", pages.form(form), "errors", errors),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/{organization}/{id}")
  @Needs(object = "mixups", verb = Verb.READ)
  @NotAudited(why = "names whom her own page names, and only while her record is open")
  ModelAndView moved(
      @PathVariable("organization") OrganizationId clinic, @PathVariable MixUpId id) {
    return new ModelAndView("inquiries/mixups/web/moved", "page", pages.moved(clinic, id));
  }

  @PostMapping("/{organization}/{id}/undoing")
  @Needs(object = "mixups", verb = Verb.CREATE)
  @Audited("moved-back call or visit, on both persons")
  String undo(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MixUpId id,
      @RequestParam String requestId) {
    return "redirect:"
        + receipts.once(
            requestId,
            () -> {
              back.undo(clinic, id);
              return "/mixups/" + clinic + "/" + id;
            });
  }
}
