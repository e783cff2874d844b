package health.malasakit.scheduling;

import health.malasakit.directory.Holiday;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One day at one site.
 *
 * @param holiday of the clinic on this day; its own hours count then, and on most there are none
 */
public record DayBook(
    Site site,
    LocalDate date,
    Instant from,
    Instant to,
    Optional<Holiday> holiday,
    List<Column> columns,
    List<Notice> notices) {

  /** A practitioner's day: what stands in it, in order of time. */
  public record Column(Practitioner practitioner, List<Stands> stands) {}

  /** Something that fills some time of a column. */
  public sealed interface Stands {

    Instant from();

    Instant to();

    /** A patient comes. */
    record Visiting(Visit visit) implements Stands {
      @Override
      public Instant from() {
        return visit.time().from();
      }

      @Override
      public Instant to() {
        return visit.time().end();
      }
    }

    /** A colleague is booking it. */
    record Held(Hold hold) implements Stands {
      @Override
      public Instant from() {
        return hold.time().from();
      }

      @Override
      public Instant to() {
        return hold.time().end();
      }
    }

    /** Taken, and no more is to be seen from here. */
    record Busy(Instant from, Instant to) implements Stands {}

    /** Nobody is seen at this time in any week. */
    record Off(Instant from, Instant to) implements Stands {}

    /** Shut, and why. */
    record Shut(Instant from, Instant to, String reason) implements Stands {}

    /** Can be booked. */
    record Open(Instant from, Instant to) implements Stands {}
  }
}
