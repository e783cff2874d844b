package health.malasakit.desk.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.audit.NotAudited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page after sign-in. */
@Controller
class HomeController {

  @GetMapping("/")
  @AnySignedIn(why = "everyone has a home; each part of it asks for its own right")
  @NotAudited(why = "shows no patient yet")
  ModelAndView home() {
    return new ModelAndView("desk/web/home", "page", new HomePage());
  }
}
