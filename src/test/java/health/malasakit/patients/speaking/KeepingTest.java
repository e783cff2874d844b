package health.malasakit.patients.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From when until when a visit of a minor may be confidential. */
class KeepingTest {

  private static final LocalDate BORN = LocalDate.of(2012, 6, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @ParameterizedTest
  @CsvSource({
    "12, 2024-05-31, TooYoung",
    "12, 2024-06-01, Yes",
    "12, 2027-01-15, Yes",
    "14, 2026-05-31, TooYoung",
    "14, 2026-06-01, Yes",
    "16, 2026-12-01, TooYoung",
    "0,  2012-06-01, Yes"
  })
  void the_clinics_age_decides_on_the_day_of_the_visit(int age, LocalDate visit, String answer) {
    assertThat(keeping(TODAY, age).of(Optional.of(BORN), visit).getClass().getSimpleName())
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York,    2030-06-01T03:59:59Z, Yes",
    "America/New_York,    2030-06-01T04:00:00Z, OfAge",
    "America/Los_Angeles, 2030-06-01T06:59:59Z, Yes",
    "America/Los_Angeles, 2030-06-01T07:00:00Z, OfAge",
    "Pacific/Guam,        2030-05-31T13:59:59Z, Yes",
    "Pacific/Guam,        2030-05-31T14:00:00Z, OfAge",
    "America/Chicago,     2030-06-01T04:59:59Z, Yes",
    "America/Chicago,     2030-06-01T05:00:00Z, OfAge",
    "America/Puerto_Rico, 2030-06-01T03:59:59Z, Yes",
    "America/Puerto_Rico, 2030-06-01T04:00:00Z, OfAge"
  })
  void at_midnight_of_the_clinics_zone_she_is_of_age_at_18_whatever_the_state(
      String zone, Instant now, String answer) {
    var today = LocalDate.ofInstant(now, ZoneId.of(zone));

    assertThat(keeping(today, 12).of(Optional.of(BORN), today).getClass().getSimpleName())
        .isEqualTo(answer);
  }

  @Test
  void born_on_the_29th_of_february_the_28th_counts_in_other_years() {
    var born = Optional.of(LocalDate.of(2012, 2, 29));

    assertThat(keeping(TODAY, 13).of(born, LocalDate.of(2025, 2, 27)))
        .isEqualTo(new MayKeep.TooYoung(13, LocalDate.of(2025, 2, 28)));
    assertThat(keeping(TODAY, 13).of(born, LocalDate.of(2025, 2, 28)))
        .isInstanceOf(MayKeep.Yes.class);
  }

  @Test
  void before_the_clinic_has_said_its_age_nothing_may_be_confidential() {
    var unsaid = new MinorRules.Keeping(TODAY, Optional.empty());

    assertThat(unsaid.of(Optional.of(BORN), TODAY)).isInstanceOf(MayKeep.NotSaidYet.class);
    assertThat(unsaid.of(Optional.empty(), TODAY)).isInstanceOf(MayKeep.AgeUnknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NY", "CA", "TX", "AK", "UT", "WY", "DC"})
  void every_state_has_a_row_with_its_source_and_none_is_verified(String state) {
    var law = StateConsent.in(state).orElseThrow();

    assertThat(law.scope()).isNotEmpty();
    assertThat(law.source()).isNotEmpty();
    assertThat(law.readOn()).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(law.verified()).isFalse();
  }

  @Test
  void what_was_not_read_is_not_made_up() {
    assertThat(StateConsent.in("CA").orElseThrow().age()).contains(12);
    assertThat(StateConsent.in("NY").orElseThrow().age()).isEmpty();
    assertThat(StateConsent.in("PR")).isEmpty();
  }

  private static MinorRules.Keeping keeping(LocalDate today, int age) {
    var rule = new MinorRule(Optional.of(age), "counselling", "Dr. Reyes", today);
    return new MinorRules.Keeping(today, Optional.of(rule));
  }
}
