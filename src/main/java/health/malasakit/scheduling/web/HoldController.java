package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.access.json.Malformed;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.HoldId;
import health.malasakit.scheduling.Holds;
import health.malasakit.scheduling.TimeWanted;
import health.malasakit.scheduling.Visits;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeping a time while it is booked. */
@Controller
class HoldController {

  private final Holds holds;
  private final Sites sites;
  private final Visits visits;
  private final Receipts receipts;
  private final OpeningsPages pages;

  HoldController(Holds holds, Sites sites, Visits visits, Receipts receipts, OpeningsPages pages) {
    this.holds = holds;
    this.sites = sites;
    this.visits = visits;
    this.receipts = receipts;
    this.pages = pages;
  }

  /** The question is in the address, so that who loses the time sees the others at once. */
  @PostMapping("/holds")
  @Needs(object = "appointments", verb = Verb.CREATE)
  @Audited("held visit")
  ModelAndView hold(
      @RequestParam String requestId, @RequestParam MultiValueMap<String, String> sent) {
    var form = OpeningsForm.of(sent);
    try {
      var location = receipts.once(requestId, () -> "/booking/" + hold(form, sent).id());
      return new ModelAndView("redirect:" + location);
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.CONFLICT) {
        throw no;
      }
      var page = pages.show(form, no.sentence());
      return new ModelAndView("scheduling/web/openings", Map.of("page", page), HttpStatus.CONFLICT);
    }
  }

  private Hold hold(OpeningsForm form, MultiValueMap<String, String> sent) {
    var where =
        new Hold.Where(
            SiteId.of(sent(sent, "atSite")),
            PractitionerId.of(sent(sent, "with")),
            VisitTypeId.of(sent(sent, "kind")));
    var zone = sites.get(where.site()).zone().orElseThrow();
    var start = WallTime.of(local(sent(sent, "start")), zone, fold(sent(sent, "fold")));
    var patient = form.patient().orElseThrow(() -> Refused.invalid("patient.missing/who"));
    var despite = Objects.requireNonNullElse(sent.getFirst("despite"), "");
    var wanted = new TimeWanted(patient, where, start, despite);
    return form.moves()
        .map(visit -> holds.holdToMove(wanted, visits.get(visit)))
        .orElseGet(() -> holds.hold(wanted));
  }

  /** The page of the booking is still open. */
  @PostMapping("/holds/{id}/renewal")
  @Needs(object = "appointments", verb = Verb.CREATE)
  @NotAudited(why = "keeps what was written down when the time was held")
  ResponseEntity<String> renew(@PathVariable String id) {
    return ResponseEntity.ok(holds.renew(HoldId.of(id)).until().toString());
  }

  /** The page of the booking was left, or is about to be read again. */
  @PostMapping("/holds/{id}/leaving")
  @Needs(object = "appointments", verb = Verb.CREATE)
  @NotAudited(why = "gives back a time; nothing about a patient is shown or kept")
  ResponseEntity<Void> leave(@PathVariable String id) {
    holds.leave(HoldId.of(id));
    return ResponseEntity.noContent().build();
  }

  /** Another time is wanted instead. */
  @PostMapping("/holds/{id}/release")
  @Needs(object = "appointments", verb = Verb.CREATE)
  @NotAudited(why = "gives back a time; nothing about a patient is shown or kept")
  ModelAndView release(
      @PathVariable String id, @RequestParam(defaultValue = "/openings") String next) {
    holds.release(HoldId.of(id));
    return new ModelAndView("redirect:" + (next.startsWith("/openings") ? next : "/openings"));
  }

  private static String sent(MultiValueMap<String, String> sent, String name) {
    var value = sent.getFirst(name);
    if (value == null) {
      throw new Malformed(name, "access.malformed.missing", name);
    }
    return value;
  }

  private static LocalDateTime local(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException noTime) {
      throw new Malformed("start", "scheduling.malformed.start/wall");
    }
  }

  private static WallTime.Fold fold(String text) {
    try {
      return WallTime.Fold.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException neither) {
      throw new Malformed("fold", "scheduling.malformed.fold");
    }
  }
}
