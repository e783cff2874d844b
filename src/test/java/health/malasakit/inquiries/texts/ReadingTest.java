package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.inquiries.texts.Reading.Kind;
import health.malasakit.inquiries.texts.Reading.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text is taken for, word by word. */
class ReadingTest {

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "stop., STOP",
    "' Stop! ', STOP",
    "STOPALL, STOP",
    "stop all, STOP",
    "Unsubscribe, STOP",
    "QUIT, STOP",
    "end, STOP",
    "Revoke, STOP",
    "OPT OUT, STOP",
    "opt-out, STOP",
    "OPTOUT, STOP",
    "ALTO, STOP",
    "'¡No más!', STOP",
    "NO MAS, STOP",
    "'Please stop', STOP",
    "'stop texting me, wrong number', STOP",
    "'Don’t text me again', STOP",
    "Don´t text me again, STOP",
    "don`t text me again, STOP",
    "don‘t text me again, STOP",
    "CANCEL, CANCEL_ALL",
    "cancel!, CANCEL_ALL",
    "'cancel my visit on Monday', WORDS",
    "START, START",
    "unstop, START",
    "HELP, HELP",
    "info, HELP",
    "Ayuda, HELP",
    "C, CONFIRM",
    "c., CONFIRM",
    "Yes, CONFIRM",
    "y, CONFIRM",
    "Sí, CONFIRM",
    "si, CONFIRM",
    "Oo, CONFIRM",
    "confirm, CONFIRM",
    "X, CANCEL",
    "No, NO",
    "hindi, NO",
    "R, RESCHEDULE",
    "reschedule, RESCHEDULE",
    "Undo, UNDO",
    "1, DIGIT",
    "2., DIGIT",
    "'(3)', DIGIT",
    "0, WORDS",
    "12, WORDS",
    "'', WORDS",
    "👍, WORDS",
    "'Yes but can I come at 3?', WORDS",
    "'I can''t stop coughing', WORDS",
    "'Is there an end to this?', WORDS",
  })
  void each_is_taken_for_one_thing(String body, Kind kind) {
    assertThat(Reading.of(body, List.of(), Line.OPEN).kind()).isEqualTo(kind);
  }

  @Test
  void yes_from_a_closed_number_opens_it_and_from_an_open_one_confirms() {
    assertThat(Reading.of("YES", List.of(), Line.CLOSED).kind()).isEqualTo(Kind.START);
    assertThat(Reading.of("c", List.of(), Line.CLOSED).kind()).isEqualTo(Kind.CONFIRM);
  }

  @Test
  void the_word_says_the_language() {
    assertThat(Reading.of("ALTO", List.of(), Line.OPEN).language()).isEqualTo("es");
    assertThat(Reading.of("oo", List.of(), Line.OPEN).language()).isEqualTo("tl");
    assertThat(Reading.of("STOP", List.of(), Line.OPEN).language()).isEmpty();
  }

  @Test
  void what_says_more_than_the_word_is_read_as_well() {
    assertThat(Reading.of("STOP", List.of(), Line.OPEN).more()).isFalse();
    assertThat(Reading.of("stop texting me, wrong number", List.of(), Line.OPEN).more()).isTrue();
  }
}
