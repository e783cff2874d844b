package health.malasakit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words tell of a kind of care, and which only look so. */
class HealthWordsTest {

  /** Kinds of visit of the made-up clinics whose preparation is told on the telephone alone. */
  private static final List<String> WITHHELD =
      List.of(
          "Well-child visit",
          "Vaccines only",
          "New injury",
          "X-ray and review",
          "Before surgery",
          "Prenatal visit",
          "Ultrasound",
          "Visita nueva / New patient",
          "Seguimiento / Follow-up",
          "Laboratorio / Lab draw");

  @ParameterizedTest
  @MethodSource
  void what_tells_of_a_kind_of_care_is_found(String words) {
    assertThat(HealthWords.in(words)).isPresent();
  }

  @ParameterizedTest
  @MethodSource
  void what_only_looks_so_passes(String words) {
    assertThat(HealthWords.in(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "tl", "other"})
  void our_own_words_pass(String language) throws IOException {
    var ours = new Properties();
    try (var in = file("/messaging/words/" + language + ".properties")) {
      ours.load(in);
    }
    assertThat(ours.values()).isNotEmpty().allSatisfy(HealthWordsTest::passes);
  }

  @Test
  void the_made_up_clinics_write_under_names_that_pass_from_places_that_pass() {
    assertThat(lines("/demo/clinics.txt").map(line -> field(line, 2)))
        .hasSize(5)
        .allSatisfy(HealthWordsTest::passes);
    assertThat(lines("/demo/sites.txt")).hasSize(8).allSatisfy(HealthWordsTest::passes);
  }

  @Test
  void of_what_there_is_to_prepare_there_only_what_tells_is_kept_back() {
    assertThat(
            lines("/demo/visit_types.txt")
                .filter(line -> HealthWords.tell(field(line, 8)))
                .map(line -> field(line, 1)))
        .containsExactlyElementsOf(WITHHELD);
  }

  @Test
  void the_word_is_told_as_it_stands_there_without_accents() {
    assertThat(HealthWords.in("Centro de Ginecología y más")).contains("ginecologia");
    assertThat(HealthWords.in("BayOncology")).contains("bayoncology");
  }

  static Stream<String> what_tells_of_a_kind_of_care_is_found() {
    return lines("/samples/health_words/tells.txt");
  }

  static Stream<String> what_only_looks_so_passes() {
    return lines("/samples/health_words/ordinary.txt");
  }

  private static void passes(Object words) {
    assertThat(HealthWords.in(words.toString())).as("%s", words).isEmpty();
  }

  private static String field(String line, int nth) {
    return line.split("\\|", -1)[nth].strip();
  }

  private static Stream<String> lines(String name) {
    try (var in = file(name)) {
      return in.readAllLines().stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStreamReader file(String name) {
    return new InputStreamReader(
        Objects.requireNonNull(HealthWordsTest.class.getResourceAsStream(name)),
        StandardCharsets.UTF_8);
  }
}
