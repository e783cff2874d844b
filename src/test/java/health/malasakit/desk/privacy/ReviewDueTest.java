package health.malasakit.desk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class ReviewDueTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void a_review_is_due_at_the_end_of_the_next_business_day_of_the_clinic() {
    assertThat(due("2026-11-24T09:00")).isEqualTo(at("2026-11-25T23:59:59"));
    // Already Wednesday in Manila, still Tuesday at the clinic.
    assertThat(due("2026-11-24T23:30")).isEqualTo(at("2026-11-25T23:59:59"));
  }

  @Test
  void a_weekend_is_no_business_day() {
    assertThat(due("2026-11-20T18:00")).isEqualTo(at("2026-11-23T23:59:59"));
    assertThat(due("2026-11-21T10:00")).isEqualTo(at("2026-11-23T23:59:59"));
  }

  @Test
  void a_holiday_is_no_business_day() {
    // Thanksgiving is Thursday, 26 November; Christmas 2026 a Friday before a weekend.
    assertThat(due("2026-11-25T09:00")).isEqualTo(at("2026-11-27T23:59:59"));
    assertThat(due("2026-12-24T09:00")).isEqualTo(at("2026-12-28T23:59:59"));
  }

  @Test
  void what_was_opened_before_the_limit_is_overdue_and_nothing_else() {
    for (var now = at("2026-11-23T00:30"); now.isBefore(at("2026-12-30T00:00")); now = next(now)) {
      var limit = ReviewDue.overdueBefore(now, NEW_YORK);
      for (var opened = now.minus(Duration.ofDays(8));
          opened.isBefore(now);
          opened = next(opened)) {
        assertThat(ReviewDue.isOver(opened, NEW_YORK, now))
            .as("opened %s, now %s", opened, now)
            .isEqualTo(opened.isBefore(limit));
      }
    }
  }

  private static Instant next(Instant moment) {
    return moment.plus(Duration.ofHours(7));
  }

  private static Instant due(String opened) {
    return ReviewDue.of(at(opened), NEW_YORK);
  }

  private static Instant at(String there) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(there), NEW_YORK).toInstant();
  }
}
