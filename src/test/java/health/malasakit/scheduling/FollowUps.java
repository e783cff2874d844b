package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * A practice where Dr. Reyes gives follow-ups of half an hour at any time: how most tests begin.
 */
public record FollowUps(Practice practice, PractitionerId reyes, VisitTypeId followUp) {

  /** In a new clinic whose only site is in New York. */
  public static FollowUps in(ApplicationContext context) {
    return in(context, "America/New_York");
  }

  /** In a new clinic whose only site is in this zone. */
  public static FollowUps in(ApplicationContext context, String zone) {
    var practice = Practice.in(context, zone);
    var reyes = practice.practitioner("Reyes");
    var followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    return new FollowUps(practice, reyes, followUp);
  }

  /** Nine o'clock on the coming Tuesday. */
  public LocalDateTime nine() {
    return practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  /** Where the day of a date is shown. */
  public String dayOf(LocalDateTime at) {
    return "/days/" + practice.site().id() + "/" + at.toLocalDate();
  }

  /** A wish for a time with Dr. Reyes. */
  public TimeWanted wanted(PatientId patient, LocalDateTime start) {
    return practice.wanted(patient, reyes, followUp, start);
  }

  /** Booked by the specialist. */
  public Visit book(PatientId patient, LocalDateTime start) {
    var bookings = practice.bean(Bookings.class);
    return practice.ask(() -> bookings.bookNow(wanted(patient, start)));
  }

  /** What the page of openings sends for a time. */
  public Map<String, Object> choice(LocalDateTime start) {
    return Map.of(
        "atSite", practice.site().id(),
        "with", reyes,
        "kind", followUp,
        "start", start,
        "fold", "earlier");
  }
}
