package health.malasakit.access.web;

import health.malasakit.access.Invitations;
import health.malasakit.access.OneTimeLinks;
import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting a password by a link that was handed over: the first one, or a new one. */
@Controller
class PasswordController {

  private final Invitations invitations;
  private final OneTimeLinks links;

  PasswordController(Invitations invitations, OneTimeLinks links) {
    this.invitations = invitations;
    this.links = links;
  }

  @GetMapping("/password/{word}")
  @OpenToAll(why = "the link is her way in")
  @NotAudited(why = "shows nothing but an empty form")
  ModelAndView form(@PathVariable String word) {
    requirePerson(word);
    return page(new PasswordPage(word, Errors.NONE));
  }

  @PostMapping("/password/{word}")
  @OpenToAll(why = "the link is her way in")
  @NotAudited(why = "who made the link is written down; the sign-in follows")
  ModelAndView set(
      @PathVariable String word, @RequestParam String password, @RequestParam String repeated) {
    requirePerson(word);
    try {
      if (!password.equals(repeated)) {
        throw Refused.invalid("password.differs").onField("repeated");
      }
      invitations.accept(word, password);
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.INVALID) {
        throw no;
      }
      return page(
          new PasswordPage(word, Errors.NONE.and(no.field().orElse("password"), no.sentence())));
    }
    return new ModelAndView("redirect:/sign-in?said=password");
  }

  private void requirePerson(String word) {
    if (links.find(word).account().isEmpty()) {
      throw Refused.notFound("link.gone");
    }
  }

  private static ModelAndView page(PasswordPage page) {
    var view =
        new ModelAndView(
            "access/web/password",
            page.errors().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    return view.addObject("page", page);
  }
}
