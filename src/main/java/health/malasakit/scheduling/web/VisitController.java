package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.video.VideoSaid;
import health.malasakit.scheduling.video.VideoVisits;
import health.malasakit.ui.Errors;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One visit, and what becomes of it. Each form says the version that was seen. */
@Controller
@RequestMapping("/visits/{id}")
class VisitController {

  private final Visits visits;
  private final ConfidentialVisits confidential;
  private final VisitPages pages;
  private final Receipts receipts;
  private final VideoVisits videos;

  VisitController(
      Visits visits,
      ConfidentialVisits confidential,
      VisitPages pages,
      Receipts receipts,
      VideoVisits videos) {
    this.visits = visits;
    this.confidential = confidential;
    this.pages = pages;
    this.receipts = receipts;
    this.videos = videos;
  }

  @GetMapping
  @Needs(object = "appointments", verb = Verb.READ)
  @Audited("opened patient")
  ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String read) {
    var page = pages.show(visits.open(VisitId.of(id)), read.equals("back"));
    return new ModelAndView("scheduling/web/visit", "page", page);
  }

  @PostMapping("/arrival")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("arrived visit")
  String arrive(
      @PathVariable String id, @RequestParam int version, @RequestParam String requestId) {
    return then(requestId, () -> visits.arrive(VisitId.of(id), version));
  }

  @PostMapping("/completion")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("done visit")
  String finish(
      @PathVariable String id, @RequestParam int version, @RequestParam String requestId) {
    return then(requestId, () -> visits.finish(VisitId.of(id), version));
  }

  @PostMapping("/absence")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("missed visit")
  String miss(@PathVariable String id, @RequestParam int version, @RequestParam String requestId) {
    return then(requestId, () -> visits.miss(VisitId.of(id), version));
  }

  @PostMapping("/cancellation")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("cancelled visit")
  String cancel(
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam String requestId,
      Cancelling how) {
    return then(
        requestId,
        () -> visits.cancel(VisitId.of(id), version, CancelledBy.of(how.by()), how.reason()));
  }

  /** Whose wish it was, and why. */
  record Cancelling(String by, String reason) {}

  @PostMapping("/correction")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("taken back visit")
  String takeBack(
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam String requestId,
      @RequestParam String reason) {
    return then(requestId, () -> visits.takeBack(VisitId.of(id), version, reason));
  }

  @PostMapping("/confidentiality")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("kept confidential visit")
  String keep(@PathVariable String id, @RequestParam int version, @RequestParam String requestId) {
    return then(requestId, () -> confidential.keep(VisitId.of(id), version));
  }

  @PostMapping("/confidentiality/end")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("made open visit")
  String makeOpen(
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam String requestId,
      @RequestParam String reason) {
    return then(requestId, () -> confidential.makeOpen(VisitId.of(id), version, reason));
  }

  /** Where she will be, and where it is joined. */
  @PostMapping("/joining")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("changed visit: video")
  ModelAndView join(
      @PathVariable String id,
      @RequestParam String requestId,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String join) {
    var visit = visits.get(VisitId.of(id));
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                videos.say(visit, VideoSaid.of(state, join));
                return "/visits/" + id;
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model =
          Map.of("page", pages.show(visit, false), "errors", Errors.NONE.and(field, no.sentence()));
      return new ModelAndView(
          "scheduling/web/visit", model, HttpStatus.valueOf(no.kind().status()));
    }
  }

  private String then(String requestId, Supplier<Visit> act) {
    return "redirect:" + receipts.once(requestId, () -> "/visits/" + act.get().id());
  }
}
