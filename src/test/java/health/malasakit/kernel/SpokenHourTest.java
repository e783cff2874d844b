package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenHourTest {

  @ParameterizedTest
  @CsvSource({
    "16:00, 16:00", "4 pm, 16:00", "4pm, 16:00", "9:30 am, 09:30", "9:30a, 09:30", "1600, 16:00",
    "12 am, 00:00", "12 pm, 12:00", "noon, 12:00", "8, 08:00", "4 p.m., 16:00", "9.15, 09:15"
  })
  void an_hour_is_read_as_people_type_it(String typed, String meant) {
    assertThat(SpokenHour.parse(typed).echo()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "25:00", "12:60", "13 pm", "0 am", "soon", "9:3:0", "<b>"})
  void anything_else_gets_a_sentence(String typed) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> SpokenHour.parse(typed))
        .returns("hour.unknown", Refused::code);
  }
}
