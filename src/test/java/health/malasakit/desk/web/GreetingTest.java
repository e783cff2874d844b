package health.malasakit.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How home greets by the hour of the person's own clock. */
class GreetingTest {

  @ParameterizedTest
  @CsvSource({
    "0, morning",
    "5, morning",
    "11, morning",
    "12, afternoon",
    "17, afternoon",
    "18, evening",
    "23, evening"
  })
  void home_greets_by_the_hour_and_a_night_shift_begins_in_the_morning(int hour, String greeting) {
    assertThat(HomeParts.daypart(hour)).isEqualTo(greeting);
  }
}
