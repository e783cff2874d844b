package health.malasakit.inquiries.messages.web;

import health.malasakit.access.Role;
import health.malasakit.inquiries.messages.Wanted;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.SpokenHour;
import health.malasakit.kernel.WallTime;
import health.malasakit.ui.TypedMoment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is typed.
 *
 * @param about id of the patient; empty for somebody not proven, and for nobody
 * @param day until which it is wanted, on the clinic's calendar, in any common order
 * @param hour on the clinic's wall
 * @param to code of a role; empty for that of its kind
 */
public record MessageForm(
    @Nullable String about,
    @Nullable String saidName,
    @Nullable String kind,
    @Nullable String words,
    @Nullable String number,
    @Nullable String bestHour,
    @Nullable String mayLeave,
    @Nullable String pharmacy,
    @Nullable String day,
    @Nullable String hour,
    @Nullable String to,
    @Nullable String requestId) {

  /**
   * A new one.
   *
   * @param by until when it is wanted as long as nobody says otherwise
   */
  static MessageForm blank(String about, String number, Optional<Instant> by, ZoneId zone) {
    return new MessageForm(
        about,
        "",
        "",
        "",
        number,
        "",
        "not_asked",
        "",
        TypedMoment.of(by, zone).day(),
        TypedMoment.of(by, zone).hour(),
        "",
        "");
  }

  /**
   * What is wanted, as the clinic's calendar and wall show it.
   *
   * @throws Refused invalid, with the field that has to be asked again
   */
  Wanted wanted(ZoneId zone, Instant now) {
    var date = on("day", () -> SpokenDate.parse(text(day), LocalDate.ofInstant(now, zone)).date());
    var time = on("hour", () -> SpokenHour.parse(text(hour)).time());
    var by =
        on(
            "hour",
            () -> WallTime.of(LocalDateTime.of(date, time), zone, WallTime.Fold.EARLIER).instant());
    return new Wanted(
        text(kind),
        text(words),
        text(number),
        text(bestHour),
        Wanted.MayLeave.of(text(mayLeave)),
        text(pharmacy),
        by);
  }

  /** To which role, when not to that of its kind. */
  Optional<Role> wish() {
    if (text(to).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(role(text(to)));
  }

  /**
   * The role of a code.
   *
   * @throws Refused invalid, code {@code message.role}
   */
  static Role role(String code) {
    for (var role : Role.values()) {
      if (role.code().equals(code.toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    throw Refused.invalid("message.role").onField("to");
  }

  private static <T> T on(String field, Supplier<T> read) {
    try {
      return read.get();
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
    return "MessageForm";
  }
}
