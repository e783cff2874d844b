package health.malasakit.patients;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.ZoneLabels;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;

/** A field of a patient's facts and its value, in the words of the person at the screen. */
final class FactWords {

  private static final String SEVERAL = "; ";

  private FactWords() {}

  /** {@code Home phone} for {@code phone.home}; a field that nobody named yet as it is written. */
  static String field(String field) {
    return said("patients.fact." + field, field);
  }

  /** A value as it is stored, in words; what cannot be read stands as it was written. */
  static String value(String field, String stored) {
    if (stored.isEmpty()) {
      return "";
    }
    return switch (field) {
      case "birth_date" -> day(stored);
      case "sex" -> said("patients.sex." + stored, stored);
      case "interpreter" -> said("patients.interpreter." + stored, stored);
      case "zone" -> zone(stored);
      case "languages" ->
          Arrays.stream(stored.split(SEVERAL))
              .map(FactWords::language)
              .collect(Collectors.joining(SEVERAL));
      case "deceased" -> life(stored);
      case "safe_contact", "own_channel", "court_order", "representative" ->
          said("patients.fact.was." + stored, stored);
      default -> stored;
    };
  }

  private static String day(String stored) {
    try {
      return Moments.dated(LocalDate.parse(stored));
    } catch (DateTimeException written) {
      return stored;
    }
  }

  private static String zone(String stored) {
    try {
      return ZoneLabels.label(ZoneId.of(stored));
    } catch (DateTimeException written) {
      return stored;
    }
  }

  /** {@code Spanish (spoken, preferred)} for {@code es (spoken, preferred)}. */
  private static String language(String stored) {
    int how = stored.indexOf(" (");
    String tag = how < 0 ? stored : stored.substring(0, how);
    String known = Locale.forLanguageTag(tag).getDisplayLanguage(LocaleContextHolder.getLocale());
    String name = known.isEmpty() ? tag : known;
    if (how < 0) {
      return name;
    }
    return Arrays.stream(stored.substring(how + 2, stored.length() - 1).split(", "))
        .map(word -> said("patients.fact.language." + word, word))
        .collect(Collectors.joining(", ", name + " (", ")"));
  }

  /** {@code reported:her daughter Rosa}, {@code known:2026-11-20}, {@code known}, {@code no}. */
  private static String life(String stored) {
    int colon = stored.indexOf(':');
    return colon < 0
        ? said("patients.fact.deceased." + stored, stored)
        : said(
            "patients.fact.deceased." + stored.substring(0, colon) + ".said",
            stored,
            day(stored.substring(colon + 1)));
  }

  private static String said(String key, String otherwise, Object... facts) {
    return Sentences.bundle("patients").containsKey(key) ? Sentences.of(key, facts) : otherwise;
  }
}
