package health.malasakit.access.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The countries and zones that can be chosen. */
final class Places {

  private static final List<Choice> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(Places::namesAPlace)
          .map(id -> Choice.of(id, ZoneLabels.label(ZoneId.of(id)) + " (" + id + ")"))
          .sorted(Comparator.comparing(Choice::label))
          .toList();

  private Places() {}

  static List<Choice> countries(Locale locale) {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> Choice.of(code, Locale.of("", code).getDisplayCountry(locale)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  /** Those of these codes, by name; all when there are none. */
  static List<Choice> among(Set<String> codes, Locale locale) {
    return countries(locale).stream()
        .filter(one -> codes.isEmpty() || codes.contains(one.value()))
        .toList();
  }

  static List<Choice> zones() {
    return ZONES;
  }

  private static boolean namesAPlace(String id) {
    try {
      ZoneLabels.zone(id);
      return true;
    } catch (Refused no) {
      return false;
    }
  }
}
