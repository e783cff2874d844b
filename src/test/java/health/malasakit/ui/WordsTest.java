package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class WordsTest {

  /** A whole key written in a template; keys that are put together are tried by page tests. */
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([^\"]+)\"[,)]");

  /** The same where Java says a sentence: rules of files have a prefix of theirs. */
  private static final Map<Pattern, String> SAID_IN_JAVA =
      Map.of(
          Pattern.compile("\\bSentences\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]"), "",
          Pattern.compile("\\bRefusal\\.said\\(\\s*\"([^\"]+)\"\\s*[,)]"), "interop.rule.",
          Pattern.compile("new Malformed\\(\\s*[^,]+,\\s*\"([^\"]+)\"\\s*[,)]"), "");

  private final Words words = new Words(new Bundles(), Locale.ENGLISH);

  @Test
  void an_apostrophe_is_an_apostrophe_with_and_without_arguments() {
    assertThat(words.of("gallery.plain")).isEqualTo("Ana's visit");
    assertThat(words.of("gallery.ownerOf", "Ana")).isEqualTo("Ana's visit");
  }

  @Test
  void a_missing_key_is_a_mistake_and_throws() {
    assertThatThrownBy(() -> words.of("gallery.nobody.wrote.this"))
        .isInstanceOf(NoSuchMessageException.class);
  }

  @Test
  void every_key_written_in_a_template_has_words() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var keys =
          files
              .filter(file -> file.toString().endsWith(".jte"))
              .flatMap(WordsTest::keysIn)
              .distinct()
              .toList();
      assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(words.of(key)).isNotBlank());
    }
  }

  @Test
  void every_sentence_said_in_java_has_words() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var sources =
          files.filter(file -> file.toString().endsWith(".java")).map(WordsTest::text).toList();
      SAID_IN_JAVA.forEach((said, prefix) -> {
        var keys =
            sources.stream()
                .flatMap(source -> said.matcher(source).results())
                .map(found -> prefix + found.group(1))
                .filter(key -> !key.endsWith("."))
                .distinct()
                .toList();
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(words.of(key)).isNotBlank());
      });
    }
  }

  private static Stream<String> keysIn(Path template) {
    return SAID.matcher(text(template)).results().map(found -> found.group(1));
  }

  private static String text(Path template) {
    try {
      return Files.readString(template);
    } catch (IOException e) {
      throw new AssertionError(template.toString(), e);
    }
  }
}
