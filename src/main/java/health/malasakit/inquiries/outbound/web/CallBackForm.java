package health.malasakit.inquiries.outbound.web;

import health.malasakit.inquiries.outbound.Asked;
import health.malasakit.inquiries.outbound.Wish;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.SpokenHour;
import health.malasakit.kernel.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is typed on the page of a call to be made.
 *
 * @param number digits of the one that is dialled, or works again
 * @param despite why it is dialled against the rule
 * @param day when she asked to be called, in any common order
 * @param hour on her own clock
 * @param from hours she asked for, on her own clock
 * @param saidBy who said so
 */
public record CallBackForm(
    @Nullable String number,
    @Nullable String despite,
    @Nullable String day,
    @Nullable String hour,
    @Nullable String from,
    @Nullable String until,
    @Nullable String saidBy,
    @Nullable String zone) {

  static final CallBackForm EMPTY = new CallBackForm("", "", "", "", "", "", "", "");

  /** The moment at which she asked to be called. */
  Asked later(ZoneId hers, Instant now) {
    var at = moment(text(day), text(hour), hers, now);
    requireSaidBy();
    return new Asked(at, text(saidBy));
  }

  /** A moment to come on a wall, each part refused beside its field. */
  static Instant moment(String day, String hour, ZoneId zone, Instant now) {
    LocalDate date = on("day", () -> SpokenDate.parse(day, LocalDate.ofInstant(now, zone)).date());
    LocalTime time = hour("hour", hour);
    var at =
        on(
            "hour",
            () -> WallTime.of(LocalDateTime.of(date, time), zone, WallTime.Fold.EARLIER).instant());
    if (!at.isAfter(now)) {
      throw Refused.invalid("call_back.passed").onField("hour");
    }
    return at;
  }

  Wish wish() {
    requireSaidBy();
    return new Wish(hour("from", text(from)), hour("until", text(until)), text(saidBy));
  }

  /** Hours that she asked for, or none when nothing of it was typed. */
  boolean wishes() {
    return !(text(from) + text(until)).isEmpty();
  }

  private void requireSaidBy() {
    if (text(saidBy).isEmpty()) {
      throw Refused.invalid("call_back.said_by", 120).onField("saidBy");
    }
  }

  private static LocalTime hour(String field, String typed) {
    return on(field, () -> SpokenHour.parse(typed).time());
  }

  private static <T> T on(String field, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refused no) {
      throw no.onField(field);
    }
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "CallBackForm";
  }
}
