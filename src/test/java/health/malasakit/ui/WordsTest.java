package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class WordsTest {

  /** A whole key written in a template; keys that are put together are tried by page tests. */
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([^\"]+)\"[,)]");

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

  private static Stream<String> keysIn(Path template) {
    try {
      return SAID.matcher(Files.readString(template)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new AssertionError(template.toString(), e);
    }
  }
}
