package health.malasakit.desk.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.SpokenHour;
import health.malasakit.kernel.WallTime;
import health.malasakit.ui.Errors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A promise as it is typed.
 *
 * @param day in any common order, or in words
 * @param hour on the clinic's wall
 * @param owner id of an account
 */
public record PromiseForm(
    String words,
    String to,
    String day,
    String hour,
    String owner,
    String reason,
    String requestId) {

  /** A new promise, with the end of the clinic's working day proposed. */
  static PromiseForm empty(String owner, boolean aboutPatient) {
    return new PromiseForm("", aboutPatient ? "patient" : "clinic", "", "17:00", owner, "", "");
  }

  static PromiseForm of(Map<String, String> typed) {
    return new PromiseForm(
        typed.getOrDefault("words", ""),
        typed.getOrDefault("to", ""),
        typed.getOrDefault("day", ""),
        typed.getOrDefault("hour", ""),
        typed.getOrDefault("owner", ""),
        typed.getOrDefault("reason", ""),
        typed.getOrDefault("requestId", ""));
  }

  /**
   * What is wrong with day and hour, for a promise in the time to come. Where an hour happens twice
   * the earlier one is meant: a promise is rather kept too early.
   */
  Errors dueErrors(ZoneId zone, Instant now) {
    var errors = Errors.NONE;
    try {
      date(zone, now);
    } catch (Refused wrong) {
      errors = errors.and("day", wrong.sentence());
    }
    try {
      time();
    } catch (Refused wrong) {
      errors = errors.and("hour", wrong.sentence());
    }
    return errors.any() ? errors : instantErrors(zone, now);
  }

  private Errors instantErrors(ZoneId zone, Instant now) {
    try {
      var due = due(zone, now);
      return due.isAfter(now)
          ? Errors.NONE
          : Errors.NONE.and("day", Sentences.of("desk.promise.wrong.passed"));
    } catch (Refused gap) {
      return Errors.NONE.and("hour", gap.sentence());
    }
  }

  /** The moment; call it when {@link #dueErrors} found nothing. */
  Instant due(ZoneId zone, Instant now) {
    return WallTime.of(LocalDateTime.of(date(zone, now), time()), zone, WallTime.Fold.EARLIER)
        .instant();
  }

  /** The moment as far as it can be read, for the echo under the field. */
  Optional<Instant> dueIfRead(ZoneId zone, Instant now) {
    return dueErrors(zone, now).any() ? Optional.empty() : Optional.of(due(zone, now));
  }

  private LocalDate date(ZoneId zone, Instant now) {
    return SpokenDate.parse(day, LocalDate.ofInstant(now, zone)).date();
  }

  private LocalTime time() {
    return SpokenHour.parse(hour).time();
  }

  @Override
  public String toString() {
    return "PromiseForm[]";
  }
}
