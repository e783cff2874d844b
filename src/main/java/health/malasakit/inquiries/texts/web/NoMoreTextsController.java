package health.malasakit.inquiries.texts.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.texts.NoMoreTexts;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Undo;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever wrote wants no more texts, in words that no rule reads. */
@Controller
class NoMoreTextsController {

  private static final String STOP = "/texts/{organization}/{id}/stop";

  private final ToReadPages lists;
  private final TextPages pages;
  private final NoMoreTexts stops;
  private final Receipts receipts;

  NoMoreTextsController(ToReadPages lists, TextPages pages, NoMoreTexts stops, Receipts receipts) {
    this.lists = lists;
    this.pages = pages;
    this.stops = stops;
    this.receipts = receipts;
  }

  @PostMapping(STOP)
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("stopped text")
  ModelAndView stop(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes next) {
    var here = ToReadLines.href(clinic, id);
    next.addFlashAttribute(
        Undo.FLASH, new Undo("incoming.no_more.done", here + "/stop/undoing", here));
    return done(clinic, id, new TextForm(sent), () -> stops.close(clinic, id));
  }

  @PostMapping(STOP + "/undoing")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("stop-undone text")
  ModelAndView undo(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    return done(clinic, id, new TextForm(sent), () -> stops.takeBack(clinic, id));
  }

  private ModelAndView done(OrganizationId clinic, TextInId id, TextForm form, Runnable how) {
    lists.open(clinic, id);
    try {
      var place =
          receipts.once(
              form.request(),
              () -> {
                how.run();
                return ToReadLines.href(clinic, id);
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.CONFLICT) {
        throw no;
      }
      var doing = new TextPage.Doing("stop", form, Errors.NONE, no.sentence());
      var model = Map.of("page", pages.page(clinic, id, doing));
      return new ModelAndView("inquiries/texts/web/text", model, HttpStatus.CONFLICT);
    }
  }
}
