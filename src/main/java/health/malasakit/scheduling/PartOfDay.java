package health.malasakit.scheduling;

import health.malasakit.kernel.Refused;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;

/** When in the clinic's day somebody can come. */
public enum PartOfDay {
  MORNING(LocalTime.MIN, LocalTime.NOON),
  AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
  EVENING(LocalTime.of(17, 0), LocalTime.MAX);

  private final LocalTime from;
  private final LocalTime to;

  PartOfDay(LocalTime from, LocalTime to) {
    this.from = from;
    this.to = to;
  }

  /** Whether a visit that starts at this time on the clinic's wall is in it. */
  boolean contains(LocalTime start) {
    return !start.isBefore(from) && start.isBefore(to);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the code of a form.
   *
   * @throws Refused invalid, code {@code part_of_day.unknown}
   */
  public static PartOfDay of(String code) {
    return Arrays.stream(values())
        .filter(part -> part.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("part_of_day.unknown").onField("part"));
  }
}
