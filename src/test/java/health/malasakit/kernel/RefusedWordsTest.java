package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every foreseen "no" has its sentence in the bundle, and the bundle has no other. */
class RefusedWordsTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern SAID =
      Pattern.compile(
          "Refused\\s*\\.(?:invalid|conflict|notFound|denied)\\(\\s*\"([^\"]+)\"\\s*([,)])");
  private static final Pattern ANY_CODE =
      Pattern.compile("\"([a-z][a-z_.-]*[a-zA-Z_-]+(?:/[a-zA-Z_]+)?)\"");

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.refused");

  @Test
  void every_refusal_in_the_sources_has_a_sentence() throws IOException {
    var missing =
        SAID.matcher(sources())
            .results()
            .map(said -> said.group(1))
            .filter(code -> !BUNDLE.containsKey("refused." + code))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void no_sentence_is_left_that_nobody_says() throws IOException {
    var written =
        ANY_CODE
            .matcher(sources())
            .results()
            .map(code -> code.group(1))
            .collect(Collectors.toSet());
    var unsaid =
        BUNDLE.keySet().stream()
            .map(key -> key.replaceFirst("^refused\\.", ""))
            .filter(code -> !written.contains(code) && !composed(code))
            .toList();

    assertThat(unsaid).isEmpty();
  }

  @Test
  void facts_stand_in_their_places_as_they_were_given() {
    var refused = Refused.invalid("date.ambiguous/century", 1926, 2026);

    assertThat(refused.sentence()).isEqualTo("Born in 1926 or in 2026? Type four digits.");
    assertThat(refused.code()).isEqualTo("date.ambiguous");
  }

  /** Codes that end in the name of a field or a status. */
  private static boolean composed(String code) {
    return code.matches("(first|coverage)\\.[a-zA-Z]+|field\\.empty/[a-z]+|http-[0-9]+(/[a-z]+)?");
  }

  private static String sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(RefusedWordsTest::text)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
