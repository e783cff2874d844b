package health.malasakit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.malasakit.Corpus;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

  @ParameterizedTest
  @CsvSource({
    // A discharge before Thanksgiving: contact within 2 business days (TCM).
    "2026-11-25,2,2026-11-30",
    // An opt-out before Christmas and New Year's Day: 10 business days (47 CFR 64.1200).
    "2026-12-18,10,2027-01-05",
    "2026-11-23,1,2026-11-24",
    "2026-11-20,1,2026-11-23",
    "2026-11-21,1,2026-11-23",
    "2026-11-26,1,2026-11-27",
    "2026-07-02,1,2026-07-06",
    "2021-12-30,1,2022-01-03",
    "2026-11-26,0,2026-11-26",
    "2026-11-30,-3,2026-11-24",
    "2026-11-23,260,2027-12-08",
  })
  void a_term_starts_the_day_after_and_skips_weekends_and_holidays(
      LocalDate start, int days, LocalDate end) {
    assertThat(BusinessDays.addBusinessDays(start, days)).isEqualTo(end);
  }

  @Test
  void between_is_the_inverse_of_adding() {
    LocalDate start = LocalDate.parse("2026-11-23");
    for (int days = -300; days <= 300; days++) {
      LocalDate end = BusinessDays.addBusinessDays(start, days);
      assertThat(BusinessDays.is(end)).isTrue();
      assertThat(BusinessDays.between(start, end)).as("%s days", days).isEqualTo(days);
    }
  }

  @Test
  void a_term_of_forty_years_and_more_is_a_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessDays.addBusinessDays(LocalDate.EPOCH, 10_001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessDays.addBusinessDays(LocalDate.EPOCH, Integer.MIN_VALUE));
  }

  @Test
  void a_holiday_on_a_weekend_is_observed_beside_it() {
    assertThat(BusinessDays.holidayOn(LocalDate.parse("2026-07-03"))).contains("Independence Day");
    assertThat(BusinessDays.holidayOn(LocalDate.parse("2027-07-05"))).contains("Independence Day");
    assertThat(BusinessDays.holidayOn(LocalDate.parse("2021-12-31"))).contains("New Year's Day");
    assertThat(BusinessDays.holidayOn(LocalDate.parse("2027-06-18")))
        .contains("Juneteenth National Independence Day");
    assertThat(BusinessDays.holidayOn(LocalDate.parse("2026-11-27"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24,America/New_York,2026-11-25T04:59:59Z",
    "2026-11-24,Asia/Manila,2026-11-24T15:59:59Z",
    "2026-11-01,America/New_York,2026-11-02T04:59:59Z",
    "2027-03-14,America/Los_Angeles,2027-03-15T06:59:59Z",
    "2026-11-24,Pacific/Guam,2026-11-24T13:59:59Z",
  })
  void a_day_ends_at_its_last_second_there(LocalDate date, ZoneId zone, Instant end) {
    assertThat(BusinessDays.endOfDay(date, zone)).isEqualTo(end);
  }

  @Test
  void the_rule_gives_the_published_holidays_of_2015_to_2040() {
    Map<LocalDate, String> published = new TreeMap<>();
    List<String> lines = Corpus.lines("reference/us_holidays_federal_2015_2040.csv");
    for (String line : lines.subList(1, lines.size())) {
      LocalDate date = LocalDate.parse(line.substring(0, 10));
      if (!isWeekend(date)) {
        published.put(date, line.substring(11).replace("\"", "").replace(" (observed)", ""));
      }
    }
    Map<LocalDate, String> computed = new TreeMap<>();
    LocalDate.parse("2015-01-01")
        .datesUntil(LocalDate.parse("2041-01-01"))
        .forEach(day -> BusinessDays.holidayOn(day).ifPresent(name -> computed.put(day, name)));
    assertThat(computed).containsExactlyEntriesOf(published);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
