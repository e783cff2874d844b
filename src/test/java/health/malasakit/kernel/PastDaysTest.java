package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of what has been, and days that decide for years. */
class PastDaysTest {

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @ParameterizedTest
  @CsvSource({
    "11/20,Fri 20 Nov 2026",
    "20 Nov,Fri 20 Nov 2026",
    "11/23,Mon 23 Nov 2026",
    "11/24,Mon 24 Nov 2025",
    "fri,Fri 20 Nov 2026",
    "on tue,Tue 17 Nov 2026",
    "last fri,Fri 20 Nov 2026",
    "yesterday,Sun 22 Nov 2026",
    "3 days ago,Fri 20 Nov 2026",
    "11/20/25,Thu 20 Nov 2025",
  })
  void what_was_said_or_happened_is_the_last_such_day(String typed, String echo) {
    assertThat(SpokenDate.parsePast(typed, TODAY).echo()).isEqualTo(echo);
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow,date.to_come",
    "11/24/2026,date.to_come",
    "mon,date.ambiguous",
    "soon,date.unreadable"
  })
  void what_has_happened_is_not_to_come(String typed, String code) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> SpokenDate.parsePast(typed, TODAY))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void a_day_that_gives_a_right_has_its_year() {
    assertThat(SpokenDate.parseWithYear("11/20/2026", TODAY).echo()).isEqualTo("Fri 20 Nov 2026");
    assertThat(SpokenDate.parseWithYear("today", TODAY).echo()).isEqualTo("Mon 23 Nov 2026");
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> SpokenDate.parseWithYear("11/20", TODAY))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("date.no_year"));
  }
}
