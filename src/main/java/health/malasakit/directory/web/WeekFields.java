package health.malasakit.directory.web;

import health.malasakit.directory.Span;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Refused;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Seven fields, one a day: {@code 08:00-12:00, 13:00-17:30}, empty when closed. */
final class WeekFields {

  static final String[] NAMES =
      Arrays.stream(DayOfWeek.values()).map(WeekFields::name).toArray(String[]::new);

  private WeekFields() {}

  static Map<String, List<String>> values(WeekHours hours) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String spans = hours.on(day).stream().map(Span::toString).collect(Collectors.joining(", "));
      values.put(name(day), spans.isEmpty() ? List.of() : List.of(spans));
    }
    return values;
  }

  static WeekHours read(Typed typed) {
    Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, typed.read(name(day), List.of(), WeekFields::spans));
    }
    try {
      return new WeekHours(days);
    } catch (Refused overlap) {
      typed.wrong(overlap.field().orElse(NAMES[0]), overlap.sentence());
      return WeekHours.NONE;
    }
  }

  private static List<Span> spans(String text) {
    return Arrays.stream(text.split(",", -1)).filter(one -> !one.isBlank()).map(Span::of).toList();
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
