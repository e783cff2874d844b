package health.malasakit.messaging.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that tell of a kind of care, from {@code messaging/health_words.txt}: what carries one goes
 * out on no open channel. A list finds what is on it; a person still reads each template.
 */
final class HealthWords {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final List<Pattern> WORDS = read();

  private HealthWords() {}

  /** The first one in it, as it is written there; empty when none is found. */
  static Optional<String> in(String text) {
    var plain = plain(text);
    return WORDS.stream()
        .map(one -> one.matcher(plain))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private static String plain(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static List<Pattern> read() {
    try (var in = HealthWords.class.getResourceAsStream("/messaging/health_words.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: health_words.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(HealthWords::pattern)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Pattern pattern(String line) {
    boolean begins = line.endsWith("*");
    var word = begins ? line.substring(0, line.length() - 1) : line;
    return Pattern.compile("\\b" + Pattern.quote(word) + (begins ? "[a-z]*" : "\\b"));
  }
}
