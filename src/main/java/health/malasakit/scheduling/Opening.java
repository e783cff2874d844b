package health.malasakit.scheduling;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A time that can be booked as things stand now. */
public record Opening(OrganizationId organization, Hold.Where where, VisitTime time) {

  static final Comparator<Opening> EARLIEST_FIRST =
      Comparator.<Opening, Instant>comparing(opening -> opening.time().from())
          .thenComparing(opening -> opening.where().practitioner().toString());

  /** What is said aloud once: the moment and the place. */
  Object hour() {
    return List.of(time.from(), where.site());
  }
}
