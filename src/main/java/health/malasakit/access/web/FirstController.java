package health.malasakit.access.web;

import health.malasakit.access.FirstAdministrator;
import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way into an empty database, by the link that the start printed. */
@Controller
class FirstController {

  private final FirstAdministrator first;

  FirstController(FirstAdministrator first) {
    this.first = first;
  }

  @GetMapping("/first/{word}")
  @OpenToAll(why = "there is no account yet; the link is the key")
  @NotAudited(why = "shows nothing but an empty form")
  ModelAndView form(@PathVariable String word, Locale locale) {
    first.require(word);
    return page(word, FirstForm.EMPTY, Errors.NONE, locale);
  }

  @PostMapping("/first/{word}")
  @OpenToAll(why = "there is no account yet; the link is the key")
  @NotAudited(why = "membership and organization say who made them and when")
  ModelAndView create(@PathVariable String word, FirstForm form, Locale locale) {
    first.require(word);
    try {
      first.create(word, form.organization(), form.account(), form.password());
    } catch (Refused no) {
      if (no.kind() == Refused.Kind.NOT_FOUND) {
        throw no;
      }
      return page(word, form, Errors.NONE.and(no.field().orElse("clinic"), no.sentence()), locale);
    }
    return new ModelAndView("redirect:/sign-in?said=password");
  }

  private static ModelAndView page(String word, FirstForm form, Errors errors, Locale locale) {
    var view =
        new ModelAndView(
            "access/web/first", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    return view.addObject(
        "page", new FirstPage(word, form, Places.countries(locale), Places.zones(), errors));
  }
}
