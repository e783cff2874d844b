package health.malasakit.messaging.ledger;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our own words for what patients are told, by language: {@code messaging/words}. */
final class Words {

  static final String ENGLISH = "en";
  private static final Set<String> FILIPINO = Set.of("tl", "fil");
  private static final Map<String, Properties> OURS =
      List.of(ENGLISH, "es", "tl").stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Words::read));
  private static final Properties OTHER = read("other");

  private Words() {}

  /** The language of ours in which it is said to who reads this one; English for most. */
  static String ours(String tag) {
    var language = base(tag);
    if (FILIPINO.contains(language)) {
      return "tl";
    }
    return OURS.containsKey(language) ? language : ENGLISH;
  }

  /** Whether there are words of ours in her language. */
  static boolean has(String tag) {
    return FILIPINO.contains(base(tag)) || OURS.containsKey(base(tag));
  }

  /** One sentence with its places. */
  static String of(String language, String key) {
    return Optional.ofNullable(OURS.get(language))
        .map(words -> words.getProperty(key))
        .orElseThrow(() -> new IllegalStateException("No words for " + key + " in " + language));
  }

  /** The one line that we have in her language beside the English words. */
  static Optional<String> line(String tag) {
    return Optional.ofNullable(OTHER.getProperty(base(tag)));
  }

  /** How days and hours are written. */
  static Locale locale(String language) {
    return switch (language) {
      case "es" -> Locale.forLanguageTag("es-US");
      case "tl" -> Locale.forLanguageTag("fil-PH");
      default -> Locale.US;
    };
  }

  private static String base(String tag) {
    return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static Properties read(String name) {
    try (var in = Words.class.getResourceAsStream("/messaging/words/" + name + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: words in " + name);
      }
      var words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
