package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.access.json.JsonBody;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of a visit, for machines; each says the version it has seen. */
@RestController
@RequestMapping("/api/appointments/{id}")
class AppointmentMarkController {

  private final Visits visits;
  private final ConfidentialVisits confidential;

  AppointmentMarkController(Visits visits, ConfidentialVisits confidential) {
    this.visits = visits;
    this.confidential = confidential;
  }

  @PostMapping("/cancellation")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("cancelled visit")
  Map<String, Object> cancel(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    var body = JsonBody.of(request);
    return AppointmentAnswer.of(
        visits.cancel(
            VisitId.of(id),
            body.number("version"),
            CancelledBy.of(body.text("by")),
            body.text("reason")));
  }

  @PostMapping("/arrival")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("arrived visit")
  Map<String, Object> arrive(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    return AppointmentAnswer.of(
        visits.arrive(VisitId.of(id), JsonBody.of(request).number("version")));
  }

  @PostMapping("/completion")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("done visit")
  Map<String, Object> finish(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    return AppointmentAnswer.of(
        visits.finish(VisitId.of(id), JsonBody.of(request).number("version")));
  }

  @PostMapping("/absence")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("missed visit")
  Map<String, Object> miss(@PathVariable String id, HttpServletRequest request) throws IOException {
    return AppointmentAnswer.of(
        visits.miss(VisitId.of(id), JsonBody.of(request).number("version")));
  }

  @PostMapping("/correction")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("taken back visit")
  Map<String, Object> takeBack(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    var body = JsonBody.of(request);
    return AppointmentAnswer.of(
        visits.takeBack(VisitId.of(id), body.number("version"), body.text("reason")));
  }

  @PostMapping("/confidentiality")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("kept confidential visit")
  Map<String, Object> keep(@PathVariable String id, HttpServletRequest request) throws IOException {
    return AppointmentAnswer.of(
        confidential.keep(VisitId.of(id), JsonBody.of(request).number("version")));
  }

  @PostMapping("/confidentiality/end")
  @Needs(object = "appointments", verb = Verb.UPDATE)
  @Audited("made open visit")
  Map<String, Object> makeOpen(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    var body = JsonBody.of(request);
    return AppointmentAnswer.of(
        confidential.makeOpen(VisitId.of(id), body.number("version"), body.text("reason")));
  }
}
