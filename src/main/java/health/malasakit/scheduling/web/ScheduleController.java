package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.VisitsToMove;
import health.malasakit.scheduling.book.ClosureId;
import health.malasakit.scheduling.book.Closures;
import health.malasakit.scheduling.book.SessionId;
import health.malasakit.scheduling.book.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting up sessions and closures. */
@Controller
class ScheduleController {

  private static final String VIEW = "scheduling/web/schedule";

  private final Sites sites;
  private final Sessions sessions;
  private final Closures closures;
  private final VisitsToMove toMove;
  private final SchedulePages pages;
  private final Receipts receipts;
  private final Clock clock;

  ScheduleController(
      Sites sites,
      Sessions sessions,
      Closures closures,
      VisitsToMove toMove,
      SchedulePages pages,
      Receipts receipts,
      Clock clock) {
    this.sites = sites;
    this.sessions = sessions;
    this.closures = closures;
    this.toMove = toMove;
    this.pages = pages;
    this.receipts = receipts;
    this.clock = clock;
  }

  @GetMapping("/schedules")
  @Needs(object = "schedule_templates", verb = Verb.READ)
  @NotAudited(why = "leads to a schedule and shows nothing itself")
  ModelAndView first() {
    return sites.bookableInScope().stream()
        .findFirst()
        .map(site -> new ModelAndView("redirect:/schedules/" + site.id()))
        .orElseGet(() -> new ModelAndView("scheduling/web/noSite", "page", new NoSitePage()));
  }

  @GetMapping("/schedules/{site}")
  @Needs(object = "schedule_templates", verb = Verb.READ)
  @NotAudited(why = "shows hours of practitioners and no patient")
  ModelAndView show(@PathVariable String site) {
    return new ModelAndView(VIEW, "page", pages.show(site(site)));
  }

  @PostMapping("/schedules/{site}/sessions")
  @Needs(object = "schedule_templates", verb = Verb.CREATE)
  @Audited("created session")
  ModelAndView add(@PathVariable String site, @RequestParam MultiValueMap<String, String> sent) {
    var at = site(site);
    try {
      var form = new ScheduleForm(sent);
      receipts.once(
          form.text("requestId"),
          () -> {
            sessions.add(at, form.practitioner(), form.types(), form.weekly(today(at)));
            return address(at);
          });
      return new ModelAndView("redirect:" + address(at));
    } catch (Refused why) {
      return again(pages.again(at, sent, why), why);
    }
  }

  @PostMapping("/schedules/{site}/sessions/{id}/end")
  @Needs(object = "schedule_templates", verb = Verb.DELETE)
  @Audited("ended session")
  String end(@PathVariable String site, @PathVariable String id) {
    var at = site(site);
    sessions.end(at.organization(), SessionId.of(id), today(at));
    return "redirect:" + address(at);
  }

  /** First shows what lies under it; saves it when those very visits have been seen. */
  @PostMapping("/schedules/{site}/closures")
  @Needs(object = "schedule_templates", verb = Verb.CREATE)
  @Audited("closed, with the number of visits to move; listed the visits under it")
  ModelAndView close(@PathVariable String site, @RequestParam MultiValueMap<String, String> sent) {
    var at = site(site);
    var form = new ScheduleForm(sent);
    try {
      var closure = form.closure(at, closures);
      if (!form.confirmed()) {
        return new ModelAndView(VIEW, "page", pages.under(at, sent, closure));
      }
      toMove.close(closure, form.seen());
      return new ModelAndView("redirect:" + address(at));
    } catch (Refused why) {
      return again(pages.again(at, sent, why), why);
    }
  }

  @PostMapping("/schedules/{site}/closures/{id}/end")
  @Needs(object = "schedule_templates", verb = Verb.DELETE)
  @Audited("lifted closure")
  String lift(@PathVariable String site, @PathVariable String id) {
    var at = site(site);
    toMove.lift(at.organization(), ClosureId.of(id));
    return "redirect:" + address(at);
  }

  private static ModelAndView again(SchedulePage page, Refused why) {
    return new ModelAndView(VIEW, Map.of("page", page), HttpStatus.valueOf(why.kind().status()));
  }

  private Site site(String id) {
    var site = sites.get(SiteId.of(id));
    if (!site.bookable()) {
      throw Refused.conflict("site.no_zone/named", site.name());
    }
    return site;
  }

  private LocalDate today(Site site) {
    return LocalDate.ofInstant(clock.instant(), site.zone().orElseThrow());
  }

  private static String address(Site site) {
    return "/schedules/" + site.id();
  }
}
