package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The day at a site, live. */
@Controller
class DayController {

  private final Sites sites;
  private final DayPages pages;
  private final Clock clock;

  DayController(Sites sites, DayPages pages, Clock clock) {
    this.sites = sites;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/days")
  @Needs(object = "appointments", verb = Verb.READ)
  @NotAudited(why = "leads to a day and shows nothing itself")
  ModelAndView today() {
    return sites.bookableInScope().stream()
        .findFirst()
        .map(site -> new ModelAndView("redirect:/days/" + site.id() + "/today"))
        .orElseGet(() -> new ModelAndView("scheduling/web/noSite", "page", new NoSitePage()));
  }

  /** The date may be said in words: {@code today}, {@code tomorrow}; it is the clinic's. */
  @GetMapping("/days/{site}/{date}")
  @Needs(object = "appointments", verb = Verb.READ)
  @Audited("listed view; of a day that she has open, or opens again in a shift, who is new alone")
  ModelAndView day(@PathVariable String site, @PathVariable String date) {
    var at = sites.get(SiteId.of(site));
    requireZone(at);
    var page = pages.show(at, date(at, date));
    return new ModelAndView("scheduling/web/day", "page", page);
  }

  private LocalDate date(Site site, String typed) {
    var today = LocalDate.ofInstant(clock.instant(), site.zone().orElseThrow());
    return SpokenDate.parse(typed, today).date();
  }

  private static void requireZone(Site site) {
    if (!site.bookable()) {
      throw Refused.conflict("site.no_zone/named", site.name());
    }
  }
}
