package health.malasakit.ui;

import health.malasakit.kernel.ZoneLabels;
import java.text.ListFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The clocks over a page, one for each place: who shares a place shares its clock, so no label
 * stands there twice. The first three are always seen, the others behind "+2".
 */
final class ClockStrip {

  static final int ALWAYS_SEEN = 3;

  private final Map<String, ZoneId> zones = new LinkedHashMap<>();
  private final Map<String, List<String>> whose = new LinkedHashMap<>();

  /** One more whose time matters here; {@code who} is a word such as "Clinic". */
  ClockStrip add(String who, ZoneId zone) {
    var place = ZoneLabels.label(zone);
    zones.putIfAbsent(place, zone);
    var shared = whose.computeIfAbsent(place, first -> new ArrayList<>());
    if (!shared.contains(who)) {
      shared.add(who);
    }
    return this;
  }

  List<Clock> at(Instant now, Locale locale) {
    return zones.entrySet().stream()
        .map(place ->
            Clock.of(
                together(whose.getOrDefault(place.getKey(), List.of()), locale),
                place.getValue(),
                now,
                locale))
        .toList();
  }

  /** {@code Here and clinic}. */
  private static String together(List<String> shared, Locale locale) {
    var words = new ArrayList<>(shared);
    for (int i = 1; i < words.size(); i++) {
      words.set(i, words.get(i).toLowerCase(locale));
    }
    return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(words);
  }
}
