package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.book.Overlaps;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting up which kinds of visit one patient may have at the same time; for the whole clinic. */
@Controller
@RequestMapping("/schedules/{site}/overlaps")
class OverlapController {

  private final Sites sites;
  private final VisitTypes types;
  private final Overlaps overlaps;
  private final Receipts receipts;
  private final SchedulingWords sayings;

  OverlapController(
      Sites sites,
      VisitTypes types,
      Overlaps overlaps,
      Receipts receipts,
      SchedulingWords sayings) {
    this.sites = sites;
    this.types = types;
    this.overlaps = overlaps;
    this.receipts = receipts;
    this.sayings = sayings;
  }

  @GetMapping
  @Needs(object = "schedule_templates", verb = Verb.READ)
  @NotAudited(why = "shows kinds of visit and no patient")
  ModelAndView list(@PathVariable String site) {
    return page(site(site), Errors.NONE, HttpStatus.OK);
  }

  @PostMapping
  @Needs(object = "schedule_templates", verb = Verb.CREATE)
  @Audited("allowed overlap of visit_type")
  ModelAndView allow(
      @PathVariable String site,
      @RequestParam String one,
      @RequestParam String other,
      @RequestParam String requestId) {
    var at = site(site);
    try {
      receipts.once(
          requestId,
          () -> {
            overlaps.allow(at.organization(), pair(one, other));
            return address(at);
          });
      return new ModelAndView("redirect:" + address(at));
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.INVALID) {
        throw no;
      }
      var errors = Errors.NONE.and("other", no.sentence());
      return page(at, errors, HttpStatus.valueOf(no.kind().status()));
    }
  }

  @PostMapping("/removal")
  @Needs(object = "schedule_templates", verb = Verb.DELETE)
  @Audited("forbade overlap of visit_type")
  String forbid(@PathVariable String site, @RequestParam String one, @RequestParam String other) {
    var at = site(site);
    overlaps.forbid(at.organization(), pair(one, other));
    return "redirect:" + address(at);
  }

  private ModelAndView page(Site site, Errors errors, HttpStatus status) {
    var kinds = types.of(site.organization());
    var byId = kinds.stream().collect(Collectors.toMap(VisitType::id, Function.identity()));
    var page =
        new OverlapPage(
            site.id().toString(),
            Scopes.current().may(site.organization(), "schedule_templates", Verb.CREATE),
            overlaps.of(site.organization()).stream().map(pair -> line(pair, byId)).toList(),
            kinds.stream()
                .filter(VisitType::active)
                .map(type -> Choice.of(type.id().toString(), type.name()))
                .toList(),
            errors);
    return new ModelAndView("scheduling/web/overlaps", Map.of("page", page), status);
  }

  private OverlapPage.Line line(Overlaps.Pair pair, Map<VisitTypeId, VisitType> kinds) {
    var words = sayings.say("overlap.pair", name(pair.one(), kinds), name(pair.other(), kinds));
    return new OverlapPage.Line(words, pair.one().toString(), pair.other().toString());
  }

  private static String name(VisitTypeId id, Map<VisitTypeId, VisitType> kinds) {
    var kind = kinds.get(id);
    return kind == null ? id.toString() : kind.name();
  }

  private static Overlaps.Pair pair(String one, String other) {
    return new Overlaps.Pair(VisitTypeId.of(one), VisitTypeId.of(other));
  }

  private Site site(String id) {
    return sites.get(SiteId.of(id));
  }

  private static String address(Site site) {
    return "/schedules/" + site.id() + "/overlaps";
  }
}
