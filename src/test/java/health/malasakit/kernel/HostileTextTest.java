package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is typed or imported, a reader answers with a value or with a sentence. */
class HostileTextTest {

  private static final long SEED = 20261123;
  private static final int TEXTS = 20_000;
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  /** Bits of real input, markup, other scripts, marks that join or turn, broken halves. */
  private static final List<String> PIECES =
      List.of(
          "1",
          "2",
          "29",
          "31",
          "12",
          "2026",
          "0",
          "/",
          "-",
          ".",
          " ",
          "+",
          "(",
          ")",
          "nov",
          "feb",
          "next ",
          "in ",
          "two",
          " weeks",
          "tue",
          " ago",
          "x",
          "ext.",
          "d",
          "w",
          "m",
          "y",
          "th",
          ",",
          "<script>",
          "'; --",
          "\u0000",
          "\u202e",
          "\u00a0",
          "\u0661",
          "Ñ",
          "李",
          "\ud83d",
          "\n",
          "63",
          "212",
          "555",
          "0123",
          "99999999999",
          "%s",
          "America/",
          "an",
          "EST");

  @Test
  void every_reader_answers_with_a_value_or_a_refusal() {
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      answers(text, typed -> assertThat(SpokenDate.parse(typed, TODAY).echo()).isNotEmpty());
      answers(
          text,
          typed ->
              assertThat(SpokenDate.parseBirthDate(typed, TODAY).date())
                  .isBetween(TODAY.minusYears(130), TODAY));
      answers(text, typed -> assertThat(Phone.of(typed).shown()).isNotEmpty());
      answers(text, typed -> assertThat(Npi.of(typed).value()).hasSize(10));
      answers(text, typed -> assertThat(ZoneLabels.label(ZoneLabels.zone(typed))).isNotEmpty());
      answers(text, typed -> assertThat(PatientId.of(typed).value()).isNotNull());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(8);
    for (int piece = 0; piece < pieces; piece++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static void answers(String text, Consumer<String> reader) {
    try {
      reader.accept(text);
    } catch (Refused refused) {
      assertThat(refused.sentence()).isNotBlank().doesNotContain("<");
    }
  }
}
