package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.access.json.JsonBody;
import health.malasakit.audit.Audited;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Elsewhere;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.TimeWanted;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.video.Joining;
import health.malasakit.scheduling.video.VideoSaid;
import health.malasakit.scheduling.video.VideoVisits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Booking and moving for machines. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentController {

  private final Bookings bookings;
  private final ConfidentialVisits confidential;
  private final Visits visits;
  private final Sites sites;
  private final Elsewhere elsewhere;
  private final Receipts receipts;
  private final VideoVisits videos;

  AppointmentController(
      Bookings bookings,
      ConfidentialVisits confidential,
      Visits visits,
      Sites sites,
      Elsewhere elsewhere,
      Receipts receipts,
      VideoVisits videos) {
    this.bookings = bookings;
    this.confidential = confidential;
    this.visits = visits;
    this.sites = sites;
    this.elsewhere = elsewhere;
    this.receipts = receipts;
    this.videos = videos;
  }

  @PostMapping
  @Needs(object = "appointments", verb = Verb.CREATE)
  @Audited("booked visit")
  ResponseEntity<Map<String, Object>> book(HttpServletRequest request) throws IOException {
    var body = JsonBody.of(request);
    var wanted = wanted(body, new PatientId(body.id("patient")));
    var requestId = body.optional("requestId");
    boolean alone = body.yes("confidential");
    var said = said(body);
    Supplier<Visit> booking =
        () ->
            videos.booked(
                () -> alone ? confidential.bookNow(wanted) : bookings.bookNow(wanted),
                said,
                wanted.despite());
    if (requestId.isEmpty()) {
      return created(booking.get(), said);
    }
    var place = receipts.once(requestId.get(), () -> place(booking.get().id()));
    return created(visits.get(VisitId.of(place.substring(place.lastIndexOf('/') + 1))), said);
  }

  @GetMapping("/{id}")
  @Needs(object = "appointments", verb = Verb.READ)
  @Audited("opened patient")
  Map<String, Object> get(@PathVariable String id) {
    var visit = visits.open(VisitId.of(id));
    return AppointmentAnswer.of(visit, videos.of(visit));
  }

  @PostMapping("/{id}/move")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("moved visit")
  Map<String, Object> move(@PathVariable String id, HttpServletRequest request) throws IOException {
    var body = JsonBody.of(request);
    var visit = visits.get(VisitId.of(id));
    var wanted = wanted(body, visit.patient());
    var reason = body.optional("reason").orElse("");
    int seen = body.number("version");
    var moved =
        videos.moved(
            visit,
            () -> bookings.moveNow(visit.id(), wanted, seen, reason),
            said(body),
            wanted.despite());
    return answer(moved, videos.of(moved));
  }

  private TimeWanted wanted(JsonBody body, PatientId patient) {
    var site = new SiteId(body.id("site"));
    var where =
        new Hold.Where(
            site,
            new PractitionerId(body.id("practitioner")),
            new VisitTypeId(body.id("visitType")));
    var zone = sites.get(site).zone().orElseThrow(() -> Refused.conflict("site.no_zone/this"));
    var start = TypedStart.of(body, zone);
    return new TimeWanted(patient, where, start, body.optional("despite").orElse(""));
  }

  private static VideoSaid said(JsonBody body) {
    return new VideoSaid(body.optional("state"), body.optional("join"));
  }

  /** A video visit is booked with what was said of it, any other with nothing. */
  private ResponseEntity<Map<String, Object>> created(Visit visit, VideoSaid said) {
    var joining = !said.equals(VideoSaid.NOTHING) ? videos.of(visit) : Optional.<Joining>empty();
    return ResponseEntity.created(URI.create(place(visit.id()))).body(answer(visit, joining));
  }

  private Map<String, Object> answer(Visit visit, Optional<Joining> joining) {
    var warnings =
        visit
            .place()
            .practitioner()
            .filter(one -> Elsewhere.several())
            .map(one -> elsewhere.warnings(one, visit.time()))
            .orElse(List.of());
    var answer = AppointmentAnswer.of(visit, joining);
    answer.put("warnings", warnings);
    return answer;
  }

  private static String place(VisitId id) {
    return "/api/appointments/" + id;
  }
}
