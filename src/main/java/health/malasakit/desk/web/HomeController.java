package health.malasakit.desk.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.NoticeId;
import health.malasakit.directory.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page after sign-in. */
@Controller
class HomeController {

  private final HomeParts parts;
  private final Notices notices;

  HomeController(HomeParts parts, Notices notices) {
    this.parts = parts;
    this.notices = notices;
  }

  @GetMapping("/")
  @AnySignedIn(why = "everyone has a home; each part of it asks for its own right")
  @Audited("listed the patients of her promises")
  ModelAndView home() {
    return new ModelAndView("desk/web/home", "page", parts.page());
  }

  @PostMapping("/home/notices/{id}/reading")
  @AnySignedIn(why = "whoever sees a notice may say that she read it")
  @NotAudited(why = "the notice itself keeps who read it; it is about no patient")
  String read(@PathVariable NoticeId id) {
    notices.markRead(id);
    return "redirect:/";
  }
}
