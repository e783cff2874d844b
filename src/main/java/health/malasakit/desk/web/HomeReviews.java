package health.malasakit.desk.web;

import health.malasakit.access.records.BreakGlass;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.privacy.ReviewDue;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What home tells the privacy officer to review, clinic by clinic. */
@Component
class HomeReviews {

  private final BreakGlass glass;

  HomeReviews(BreakGlass glass) {
    this.glass = glass;
  }

  List<HomePage.ReviewLine> of(List<ClinicAt> clinics, Instant now) {
    var scope = Scopes.current();
    return clinics.stream()
        .filter(clinic -> scope.may(clinic.id(), "break_glass", Verb.APPROVE))
        .flatMap(clinic -> line(clinic, now))
        .toList();
  }

  private Stream<HomePage.ReviewLine> line(ClinicAt clinic, Instant now) {
    var zone = clinic.zone();
    var waiting = glass.waiting(clinic.id(), ReviewDue.overdueBefore(now, zone));
    return waiting.oldest().stream()
        .map(oldest ->
            new HomePage.ReviewLine(
                clinic.name(),
                "/audit/" + clinic.slug() + "#openings",
                waiting.all(),
                waiting.overdue(),
                Moments.at(ReviewDue.of(oldest, zone), zone)));
  }
}
