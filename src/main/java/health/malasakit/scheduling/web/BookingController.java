package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.HoldId;
import health.malasakit.scheduling.Holds;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.video.VideoSaid;
import health.malasakit.scheduling.video.VideoVisits;
import health.malasakit.ui.Errors;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last look before a visit is booked or moved. */
@Controller
class BookingController {

  /** What is asked beside its field. */
  private static final Set<String> ASKED = Set.of("state", "join");

  private final Holds holds;
  private final Bookings bookings;
  private final ConfidentialVisits confidential;
  private final Receipts receipts;
  private final BookingPages pages;
  private final Visits visits;
  private final VideoVisits videos;

  BookingController(
      Holds holds,
      Bookings bookings,
      ConfidentialVisits confidential,
      Receipts receipts,
      BookingPages pages,
      Visits visits,
      VideoVisits videos) {
    this.holds = holds;
    this.bookings = bookings;
    this.confidential = confidential;
    this.receipts = receipts;
    this.pages = pages;
    this.visits = visits;
    this.videos = videos;
  }

  @GetMapping("/booking/{id}")
  @Needs(object = "appointments", verb = Verb.CREATE)
  @Audited("opened patient")
  ModelAndView look(@PathVariable String id) {
    var page = pages.show(holds.look(HoldId.of(id)), "", VideoSaid.NOTHING);
    return new ModelAndView("scheduling/web/booking", "page", page);
  }

  @PostMapping("/booking/{id}")
  @Needs(object = "appointments", verb = Verb.CREATE)
  @Audited("booked visit, or moved visit")
  ModelAndView book(@PathVariable String id, @RequestParam String requestId, Booking form) {
    var hold = HoldId.of(id);
    try {
      var location =
          receipts.once(
              requestId, () -> "/visits/" + done(holds.get(hold), form).id() + "?read=back");
      return new ModelAndView("redirect:" + location);
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.CONFLICT && no.field().isEmpty()) {
        throw no;
      }
      var beside = no.field().filter(ASKED::contains);
      var page = pages.show(holds.get(hold), beside.isPresent() ? "" : no.sentence(), form.said());
      var errors = beside.map(field -> Errors.NONE.and(field, no.sentence())).orElse(Errors.NONE);
      return new ModelAndView(
          "scheduling/web/booking",
          Map.of("page", page, "errors", errors),
          HttpStatus.valueOf(no.kind().status()));
    }
  }

  /**
   * What the form of the last look sends: of a move its version and reason, of a new one "yes"; of
   * a visit by video where she will be, and where it is joined.
   */
  record Booking(
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable String confidential,
      @Nullable String state,
      @Nullable String join) {

    VideoSaid said() {
      return VideoSaid.of(state, join);
    }
  }

  private Visit done(Hold hold, Booking form) {
    if (hold.moves().isPresent()) {
      int version = form.version() == null ? 0 : form.version();
      var reason = form.reason() == null ? "" : form.reason();
      return videos.moved(
          visits.get(hold.moves().get()),
          () -> bookings.move(hold.id(), version, reason),
          form.said(),
          hold.despite());
    }
    return videos.booked(
        () ->
            "yes".equals(form.confidential())
                ? confidential.book(hold.id())
                : bookings.book(hold.id()),
        form.said(),
        hold.despite());
  }
}
