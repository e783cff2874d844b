package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenDateTest {

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11/24/2026",
        "11/24/26",
        "11/24",
        "11-24-2026",
        "2026-11-24",
        "2026/11/24",
        "20261124",
        "11242026",
        "24 Nov 2026",
        "24nov2026",
        "24-Nov-2026",
        "24th of November",
        "nov 24",
        "NOV 24TH, 2026",
        "November 24, 2026",
        "Nov 24 26",
        "Tue 24 Nov 2026",
        "Tuesday, November 24, 2026",
        " tomorrow ",
        "tue",
        "this tuesday",
        "on tues",
        "+1",
        "+1d",
        "in a day",
        "in 1 day",
      })
  void any_common_order_is_read_and_echoed_in_words(String typed) {
    assertThat(SpokenDate.parse(typed, TODAY).echo()).isEqualTo("Tue 24 Nov 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "today,Mon 23 Nov 2026",
    "day after tomorrow,Wed 25 Nov 2026",
    "yesterday,Sun 22 Nov 2026",
    "in two weeks,Mon 7 Dec 2026",
    "in 2 weeks,Mon 7 Dec 2026",
    "two weeks from now,Mon 7 Dec 2026",
    "a week from today,Mon 30 Nov 2026",
    "in a month,Wed 23 Dec 2026",
    "in ninety days,",
    "+3d,Thu 26 Nov 2026",
    "+ 2w,Mon 7 Dec 2026",
    "-1m,Fri 23 Oct 2026",
    "+1y,Tue 23 Nov 2027",
    "3 days ago,Fri 20 Nov 2026",
    "next mon,Mon 30 Nov 2026",
    "last fri,Fri 20 Nov 2026",
    "sun,Sun 29 Nov 2026",
    "jan 5,Tue 5 Jan 2027",
    "11/23,Mon 23 Nov 2026",
    "11/22,Mon 22 Nov 2027",
    "3/14,Sun 14 Mar 2027",
    "feb 29 2028,Tue 29 Feb 2028",
  })
  void distances_and_days_without_a_year_are_counted_from_the_clinics_today(
      String typed, String echo) {
    if (echo == null) {
      assertRefused("date.unreadable", typed);
    } else {
      assertThat(SpokenDate.parse(typed, TODAY).echo()).isEqualTo(echo);
    }
  }

  @Test
  void today_is_the_date_handed_in() {
    LocalDate manilaIsADayAhead = TODAY.plusDays(1);
    assertThat(SpokenDate.parse("today", TODAY).date()).isEqualTo(TODAY);
    assertThat(SpokenDate.parse("today", manilaIsADayAhead).date()).isEqualTo(manilaIsADayAhead);
  }

  @Test
  void the_end_of_a_month_is_kept_inside_the_month() {
    LocalDate endOfJanuary = LocalDate.parse("2027-01-31");
    assertThat(SpokenDate.parse("in a month", endOfJanuary).echo()).isEqualTo("Sun 28 Feb 2027");
  }

  @Test
  void next_tuesday_is_read_only_when_all_people_mean_the_same() {
    LocalDate friday = LocalDate.parse("2026-11-20");
    assertThat(SpokenDate.parse("next tue", friday).echo()).isEqualTo("Tue 24 Nov 2026");
    assertThat(sentenceFor("next tue"))
        .isEqualTo("Next Tue is said for Tue 24 Nov and for Tue 1 Dec: type Tue, or the date.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31 February|February 2027 has 28 days; there is no day 31.",
        "2/29/2027|February 2027 has 28 days; there is no day 29.",
        "11/31|November 2026 has 30 days; there is no day 31.",
        "11/0/2026|November 2026 has 30 days; there is no day 0.",
        "24/11/2026|The month comes first, and there is no month 24: did you mean 11/24?",
        "24112026|The month comes first, and there is no month 24: did you mean 11/24?",
        "31/02/1975|There is no month 31: the month comes first, as in 11/24/2026.",
        "29/02/2027|There is no month 29: the month comes first, as in 11/24/2026.",
        "31042026|There is no month 31: the month comes first, as in 11/24/2026.",
        "31/0/2026|There is no month 31: the month comes first, as in 11/24/2026.",
        "29/02/2028|The month comes first, and there is no month 29: did you mean 2/29?",
        "13/13/2026|There is no month 13: the month comes first, as in 11/24/2026.",
        "2026-00-10|There is no month 0: the month comes first, as in 11/24/2026.",
        "1/1/0026|The year 26 is mistyped.",
        "1/1/9999|The year 9999 is mistyped.",
        "+999y|The year 3025 is mistyped.",
      })
  void a_date_that_does_not_exist_is_refused_by_its_rule(String typed, String sentence) {
    assertRefused("date.impossible", typed);
    assertThat(sentenceFor(typed)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24.11.2026|Dots are read differently",
        "3.4|Dots are read differently",
        "next week|Which day of it?",
        "mon|Today is Mon: type today, or Mon 30 Nov.",
        "Mon 24 Nov 2026|Weekday and date do not agree: that date is Tue 24 Nov 2026.",
        "11/24/78|Type the year with four digits: 2078?",
      })
  void a_date_that_can_be_read_in_two_ways_is_refused_by_its_rule(String typed, String begins) {
    assertRefused("date.ambiguous", typed);
    assertThat(sentenceFor(typed)).startsWith(begins);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "soon",
        "24",
        "nov",
        "11/",
        "1/2/3/4",
        "tue 24",
        "24 xyz",
        "2026",
        "in two",
        "<b>today</b>",
        "١١/٢٤/٢٠٢٦",
        "11/24/2026 11/24/2026 11/24/2026 11/24/2026",
        "ma 5",
        "+",
        "11/24/202"
      })
  void anything_else_is_refused_with_examples(String typed) {
    assertRefused("date.unreadable", typed);
  }

  @ParameterizedTest
  @CsvSource({
    "3/4/1956,Sun 4 Mar 1956",
    "3/4/56,Sun 4 Mar 1956",
    "03041956,Sun 4 Mar 1956",
    "4 mar 1956,Sun 4 Mar 1956",
    "march 4 1956,Sun 4 Mar 1956",
    "1956-03-04,Sun 4 Mar 1956",
    "11/23/2026,Mon 23 Nov 2026",
    "11/24/26,Wed 24 Nov 1926",
    "11/23/1896,Mon 23 Nov 1896",
    "2/29/2000,Tue 29 Feb 2000",
  })
  void a_birth_date_is_read_in_the_same_orders(String typed, String echo) {
    assertThat(SpokenDate.parseBirthDate(typed, TODAY).echo()).isEqualTo(echo);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11/24/2026|birth_date.future",
        "11/22/1896|birth_date.too_old",
        "1/1/1851|birth_date.too_old",
        "3/4|birth_date.no_year",
        "mar 4|birth_date.no_year",
        "3/4/20|date.ambiguous",
        "2/29/1957|date.impossible",
        "today|date.unreadable",
        "yesterday|date.unreadable",
        "-3d|date.unreadable",
        "tue|date.unreadable",
      })
  void a_birth_date_outside_a_lifetime_or_in_doubt_is_refused(String typed, String code) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> SpokenDate.parseBirthDate(typed, TODAY))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static void assertRefused(String code, String typed) {
    assertThat(refusal(typed).code()).isEqualTo(code);
  }

  private static String sentenceFor(String typed) {
    return refusal(typed).sentence();
  }

  private static Refused refusal(String typed) {
    try {
      SpokenDate read = SpokenDate.parse(typed, TODAY);
      throw new AssertionError(typed + " was read as " + read.echo());
    } catch (Refused refused) {
      return refused;
    }
  }
}
