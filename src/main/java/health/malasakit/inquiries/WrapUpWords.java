package health.malasakit.inquiries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The short lists from which a wrap-up picks: what the call was about, and how it ended. */
public final class WrapUpWords {

  /** Code and words, in the order of the screen. */
  public static final Map<String, String> REASONS = read("/inquiries/reasons.csv");

  /** Code and words, in the order of the screen. */
  public static final Map<String, String> OUTCOMES = read("/inquiries/outcomes.csv");

  private WrapUpWords() {}

  private static Map<String, String> read(String file) {
    try (var in = WrapUpWords.class.getResourceAsStream(file)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var words = new LinkedHashMap<String, String>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(line -> words.put(line[0], line[1]));
      return java.util.Collections.unmodifiableMap(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
