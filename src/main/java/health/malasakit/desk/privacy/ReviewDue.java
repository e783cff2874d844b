package health.malasakit.desk.privacy;

import health.malasakit.deadlines.BusinessDays;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Until when a record that was opened with a reason is reviewed: one business day after, at the end
 * of the clinic's day. Our own rule; no regulation names a term.
 */
public final class ReviewDue {

  private static final int BUSINESS_DAYS = 1;

  private ReviewDue() {}

  /** The end of the term. */
  public static Instant of(Instant opened, ZoneId clinic) {
    var day = opened.atZone(clinic).toLocalDate();
    return BusinessDays.endOfDay(BusinessDays.addBusinessDays(day, BUSINESS_DAYS), clinic);
  }

  /** Whether the term is over. */
  static boolean isOver(Instant opened, ZoneId clinic, Instant now) {
    return now.isAfter(of(opened, clinic));
  }

  /** What was opened before this moment and not reviewed is overdue. */
  public static Instant overdueBefore(Instant now, ZoneId clinic) {
    var first = now.atZone(clinic).toLocalDate();
    while (!isOver(first.minusDays(1).atStartOfDay(clinic).toInstant(), clinic, now)) {
      first = first.minusDays(1);
    }
    return first.atStartOfDay(clinic).toInstant();
  }
}
