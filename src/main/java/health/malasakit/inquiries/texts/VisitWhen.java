package health.malasakit.inquiries.texts;

import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.Visit;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** When visits are, as an answer says it: the day and the hour with its zone, and nothing else. */
final class VisitWhen {

  private VisitWhen() {}

  /** {@code Mon, Nov 30, 9:00 AM EST}, in one of our languages. */
  static String of(Visit visit, String language) {
    return DateTimeFormatter.ofPattern(Sentences.of("incoming.when." + language), locale(language))
        .format(visit.time().from().atZone(visit.time().zone()));
  }

  /** Numbered from 1: {@code 1) Mon, Nov 30, 9:00 AM EST; 2) ...}. */
  static String list(List<Visit> visits, String language) {
    return IntStream.range(0, visits.size())
        .mapToObj(n -> (n + 1) + ") " + of(visits.get(n), language))
        .collect(Collectors.joining("; "));
  }

  private static Locale locale(String language) {
    return switch (language) {
      case "es" -> Locale.forLanguageTag("es-US");
      case "tl" -> Locale.forLanguageTag("fil-PH");
      default -> Locale.US;
    };
  }
}
