package health.malasakit.workqueue.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Undo;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts on a promise that ask for nothing more than a key. */
@Controller
class PromiseActController {

  private static final Pattern PLACE_OF_OURS =
      Pattern.compile("/(promises/[0-9a-f/-]+|patients/[a-z0-9-]+/[0-9a-f-]+)?");

  private final Promises promises;

  PromiseActController(Promises promises) {
    this.promises = promises;
  }

  @PostMapping("/promises/{organization}/{id}/acceptance")
  @Needs(object = "promises", verb = Verb.UPDATE)
  @Audited("accepted promise")
  String accept(
      @PathVariable OrganizationId organization,
      @PathVariable PromiseId id,
      @RequestParam(defaultValue = "/") String back) {
    promises.accept(organization, id);
    return "redirect:" + ours(back);
  }

  @PostMapping("/promises/{organization}/{id}/keeping")
  @Needs(object = "promises", verb = Verb.UPDATE)
  @Audited("kept promise")
  String keep(
      @PathVariable OrganizationId organization,
      @PathVariable PromiseId id,
      @RequestParam(defaultValue = "/") String back,
      RedirectAttributes next) {
    promises.keep(organization, id);
    var action = "/promises/" + organization + "/" + id + "/reopening";
    next.addFlashAttribute(Undo.FLASH, new Undo("workqueue.kept", action, ours(back)));
    return "redirect:" + ours(back);
  }

  @PostMapping("/promises/{organization}/{id}/reopening")
  @Needs(object = "promises", verb = Verb.UPDATE)
  @Audited("reopened promise")
  String reopen(
      @PathVariable OrganizationId organization,
      @PathVariable PromiseId id,
      @RequestParam(defaultValue = "/") String back) {
    promises.reopen(organization, id);
    return "redirect:" + ours(back);
  }

  private static String ours(String back) {
    return PLACE_OF_OURS.matcher(back).matches() ? back : "/";
  }
}
