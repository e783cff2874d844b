package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Verb;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Times that can be said aloud. */
@Controller
class OpeningsController {

  private final OpeningsPages pages;

  OpeningsController(OpeningsPages pages) {
    this.pages = pages;
  }

  @GetMapping("/openings")
  @Needs(object = "appointments", verb = Verb.READ)
  @Audited("opened patient, when the search is for one")
  ModelAndView openings(@RequestParam MultiValueMap<String, String> sent) {
    var page = pages.show(OpeningsForm.of(sent), "");
    var status = page.filters().error().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    return new ModelAndView("scheduling/web/openings", Map.of("page", page), status);
  }
}
