package health.malasakit.inquiries.board.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How the calls go today, for whoever leads. */
@Controller
class BoardController {

  private final BoardPages pages;

  BoardController(BoardPages pages) {
    this.pages = pages;
  }

  @GetMapping("/calls/board")
  @Needs(object = "calls", verb = Verb.APPROVE)
  @NotAudited(why = "counts calls and shows no patient")
  ModelAndView board() {
    return new ModelAndView("inquiries/board/web/board", "page", pages.page());
  }
}
