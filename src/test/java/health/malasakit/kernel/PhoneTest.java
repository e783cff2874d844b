package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(212) 555-0123|+12125550123",
        "212.555.0123|+12125550123",
        "1 212 555 0123|+12125550123",
        "+1-212-555-0123 ext. 9|+12125550123",
        "787-555-0123|+17875550123",
        "671-646-1234|+16716461234",
        "+63 917 123 4567|+639171234567",
        "+63 (2) 8123 4567|+63281234567",
        "1-800-FLOWERS|+18003569377",
      })
  void a_valid_number_is_dialled_in_one_form(String written, String e164) {
    Phone phone = Phone.of(written);
    assertThat(phone.e164()).contains(e164);
    assertThat(phone.written()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"555-123-4567", "911", "555-0123", "212-555-01234567", "0", "+999 12345"})
  void a_number_that_is_not_valid_is_kept_and_never_dialled(String written) {
    Phone phone = Phone.of(written);
    assertThat(phone.valid()).isFalse();
    assertThat(phone.e164()).isEmpty();
    assertThat(phone.shown()).isEqualTo(written);
    assertThat(phone.digits()).isNotEmpty();
  }

  @Test
  void numbers_match_by_digits_however_they_are_written() {
    assertThat(Phone.of("555-123-4567").sameLineAs(Phone.of("+1 (555) 123 4567"))).isTrue();
    assertThat(Phone.of("212 555 0123 x4").sameLineAs(Phone.of("+12125550123"))).isTrue();
    assertThat(Phone.of("212 555 0123").sameLineAs(Phone.of("212 555 0124"))).isFalse();
    assertThat(Phone.of("+63 917 123 4567").sameLineAs(Phone.of("917 123 4567"))).isFalse();
  }

  @Test
  void it_is_shown_as_people_write_it() {
    assertThat(Phone.of("2125550123").shown()).isEqualTo("(212) 555-0123");
    assertThat(Phone.of("2125550123 x 77").shown()).isEqualTo("(212) 555-0123 ext. 77");
    assertThat(Phone.of("+639171234567").shown()).isEqualTo("+63 917 123 4567");
  }

  @Test
  void it_prints_no_number() {
    assertThat(Phone.of("2125550123").toString()).doesNotContain("555");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "none", "()-"})
  void text_without_digits_is_refused(String written) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Phone.of(written))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("phone.empty"));
  }

  @Test
  void text_that_is_too_long_is_refused() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Phone.of("2".repeat(61)))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("phone.too_long"));
  }
}
