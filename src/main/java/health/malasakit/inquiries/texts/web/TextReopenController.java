package health.malasakit.inquiries.texts.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.TextsIn;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A text that a person settled waits again: undone at once, or opened again later. */
@Controller
class TextReopenController {

  private final ToReadPages lists;
  private final TextPages pages;
  private final TextsIn texts;
  private final Receipts receipts;

  TextReopenController(ToReadPages lists, TextPages pages, TextsIn texts, Receipts receipts) {
    this.lists = lists;
    this.pages = pages;
    this.texts = texts;
    this.receipts = receipts;
  }

  @PostMapping("/texts/{organization}/{id}/reopening")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("reopened text; undone text")
  ModelAndView reopen(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    lists.open(clinic, id);
    var form = new TextForm(sent);
    try {
      var place =
          receipts.once(
              form.request(),
              () -> {
                texts.reopen(clinic, id, form.seen());
                return ToReadLines.href(clinic, id);
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.CONFLICT) {
        throw no;
      }
      var doing = new TextPage.Doing("reopening", form, Errors.NONE, no.sentence());
      var model = Map.of("page", pages.page(clinic, id, doing));
      return new ModelAndView("inquiries/texts/web/text", model, HttpStatus.CONFLICT);
    }
  }
}
