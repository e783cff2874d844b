package health.malasakit.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that tell of a kind of care, from {@code messaging/health_words.txt}: what carries one goes
 * out on no open channel. A list finds what is on it; a person still reads each template.
 */
public final class HealthWords {

  private static final String ORDINARY = "! ";
  private static final String LETTERS = "[a-z]*";
  private static final String PLURAL = "(?:e?s)?";
  private static final String APART = "[\\s/&.-]{0,3}";

  /** What no word goes across. */
  private static final String EDGE = "\n|\n";

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼʻ]");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern INITIALS = Pattern.compile("(?<=\\b[A-Za-z])\\.(?=[A-Za-z]\\b)");
  private static final Pattern WITHIN = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final List<String> LINES = read();
  private static final Pattern PASSES = any(line -> line.startsWith(ORDINARY));
  private static final Pattern TELLS = any(line -> !line.startsWith(ORDINARY));

  private HealthWords() {}

  /** One that is in it, in small letters and without accents; empty when none is found. */
  public static Optional<String> in(String text) {
    var found = TELLS.matcher(PASSES.matcher(plain(text)).replaceAll("|"));
    return Optional.of(found).filter(Matcher::find).map(Matcher::group);
  }

  /** Whether one is in it. */
  public static boolean tell(String text) {
    return in(text).isPresent();
  }

  /** H.I.V. is one word, and BayOncology is one and is two. */
  private static String plain(String text) {
    var bare = APOSTROPHES.matcher(text).replaceAll("");
    var apart = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD)).replaceAll("");
    var joined = INITIALS.matcher(apart).replaceAll("");
    return (joined + EDGE + WITHIN.matcher(joined).replaceAll(" ")).toLowerCase(Locale.ROOT);
  }

  private static Pattern any(Predicate<String> which) {
    return Pattern.compile(
        LINES.stream()
            .filter(which)
            .map(HealthWords::pattern)
            .collect(Collectors.joining("|", "(?<![a-z])(?:", ")(?![a-z])")));
  }

  private static String pattern(String line) {
    var word = line.startsWith(ORDINARY) ? line.substring(ORDINARY.length()) : line;
    var said =
        Arrays.stream(word.replace("*", "").split("[ -]"))
            .map(Pattern::quote)
            .collect(Collectors.joining(APART));
    return (word.startsWith("*") ? LETTERS : "") + said + (word.endsWith("*") ? LETTERS : PLURAL);
  }

  private static List<String> read() {
    try (var in = HealthWords.class.getResourceAsStream("/messaging/health_words.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: health_words.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
