package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpiTest {

  @ParameterizedTest
  @ValueSource(strings = {"1234567893", "1245319599", "123 456-7893"})
  void a_right_check_digit_is_taken(String typed) {
    assertThat(Npi.of(typed).value()).hasSize(10);
  }

  @Test
  void every_single_wrong_digit_is_refused() {
    String right = "1234567893";
    for (int place = 1; place < 10; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String typed = right.substring(0, place) + digit + right.substring(place + 1);
        assertThat(Npi.isValid(typed)).as(typed).isEqualTo(typed.equals(right));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "12345678930", "3234567893", "12345678x3", "１２３４５６７８９３"})
  void other_text_is_refused_by_the_rule(String typed) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Npi.of(typed))
        .satisfies(refused -> {
          assertThat(refused.field()).contains("npi");
          assertThat(refused.sentence()).contains("ten digits");
        });
  }

  @Test
  void a_wrong_check_digit_says_so() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Npi.of("1234567890"))
        .satisfies(refused -> assertThat(refused.sentence()).contains("last digit"));
  }
}
