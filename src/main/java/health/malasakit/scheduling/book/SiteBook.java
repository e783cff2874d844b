package health.malasakit.scheduling.book;

import health.malasakit.directory.Holiday;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the book of a site says before anything is booked in it.
 *
 * @param zone the site's, confirmed
 */
public record SiteBook(
    Site site,
    ZoneId zone,
    List<Session> sessions,
    List<Closure> closures,
    List<Holiday> holidays) {

  /** Hours in which a practitioner sees patients on a date, closures and holidays cut out. */
  public List<Stretch> open(
      PractitionerId practitioner, LocalDate date, Predicate<Session> fitting) {
    var hours =
        sessions.stream()
            .filter(session -> session.practitioner().equals(practitioner))
            .filter(session -> session.when().on(date))
            .filter(fitting)
            .map(session -> session.when().on(date, zone))
            .toList();
    if (hours.isEmpty()) {
      return hours;
    }
    var shut =
        closures.stream()
            .filter(closure -> closure.closes(practitioner))
            .map(closure -> closure.when().stretch())
            .toList();
    return FreeTime.without(withinHoliday(hours, date), shut);
  }

  /** The holiday of a date, if it is one. */
  public Optional<Holiday> holiday(LocalDate date) {
    return holidays.stream().filter(holiday -> holiday.day().equals(date)).findFirst();
  }

  /** On a holiday only its own hours count, and on most there are none. */
  private List<Stretch> withinHoliday(List<Stretch> hours, LocalDate date) {
    var holiday = holiday(date);
    if (holiday.isEmpty()) {
      return hours;
    }
    var day = dayOf(date);
    var shut = holiday.get().hours().map(span -> List.of(stretch(span, date))).orElseGet(List::of);
    var closed = FreeTime.without(List.of(day), shut);
    return FreeTime.without(hours, closed);
  }

  /** From midnight to midnight on the clinic's wall. */
  public Stretch dayOf(LocalDate date) {
    return new Stretch(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private Stretch stretch(Span span, LocalDate date) {
    var last = span.pastMidnight() ? date.plusDays(1) : date;
    return new Stretch(
        date.atTime(span.opens()).atZone(zone).withEarlierOffsetAtOverlap().toInstant(),
        last.atTime(span.closes()).atZone(zone).withLaterOffsetAtOverlap().toInstant());
  }
}
