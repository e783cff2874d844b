package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.kernel.Refused;
import health.malasakit.ui.TypedMoment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekHoursTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<Holiday> NONE = List.of();

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T07:59,false", "2026-11-24T08:00,true", "2026-11-24T11:59,true",
    "2026-11-24T12:00,false", "2026-11-24T12:30,false", "2026-11-24T13:00,true",
    "2026-11-24T17:00,false", "2026-11-25T10:00,false",
  })
  void a_split_day_is_closed_over_noon(String wall, boolean open) {
    var hours = week(DayOfWeek.TUESDAY, "08:00-12:00", "13:00-17:00");
    assertThat(hours.openAt(at(wall), NEW_YORK, NONE)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-28T21:59,false", "2026-11-28T22:00,true", "2026-11-28T23:59,true",
    "2026-11-29T00:00,true", "2026-11-29T05:59,true", "2026-11-29T06:00,false",
    "2026-11-29T22:30,false",
  })
  void a_night_belongs_to_the_day_on_which_it_begins(String wall, boolean open) {
    var saturdayNight = week(DayOfWeek.SATURDAY, "22:00-06:00");
    assertThat(saturdayNight.openAt(at(wall), NEW_YORK, NONE)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:00,2026-11-24T17:00", // with time left today
    "2026-11-24T15:30,2026-11-25T17:00", // with too little left
    "2026-11-25T21:00,2026-11-27T13:00", // the evening before Thanksgiving
    "2026-11-26T10:00,2026-11-27T13:00", // on Thanksgiving; the day after is a short one
    "2026-11-27T18:00,2026-11-30T17:00", // on Friday evening
    "2026-11-28T12:00,2026-11-30T17:00", // on Saturday
    "2026-12-24T17:30,2026-12-28T17:00", // Christmas falls on a Friday
    "2026-10-31T23:30,2026-11-02T17:00", // in the night in which the clock goes back
    "2027-03-14T01:30,2027-03-15T17:00", // and in which it goes forward
  })
  void work_ends_on_the_next_day_on_which_there_is_time_for_it(String wall, String ends) {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
        .forEach(day -> week.put(day, List.of(Span.of("08:00-12:00"), Span.of("13:00-17:00"))));
    var holidays =
        List.of(
            Holiday.closed(LocalDate.of(2026, 11, 26), "Thanksgiving Day"),
            new Holiday(LocalDate.of(2026, 11, 27), "Bridge", Optional.of(Span.of("09:00-13:00"))),
            Holiday.closed(LocalDate.of(2026, 12, 25), "Christmas Day"));
    var twoHoursOn = at(wall).plus(Duration.ofHours(2));

    var end = new WeekHours(week).workEnds(twoHoursOn, NEW_YORK, holidays);

    assertThat(end).contains(at(ends));
    var proposed = TypedMoment.of(end, NEW_YORK);
    assertThat(proposed.errorsAhead(NEW_YORK, at(wall)).any()).isFalse();
    assertThat(proposed.ahead(NEW_YORK, at(wall))).isEqualTo(at(ends));
  }

  @Test
  void a_night_shift_ends_in_the_morning_also_when_the_clock_goes_back() {
    var night = week(DayOfWeek.SATURDAY, "22:00-06:00");

    assertThat(night.workEnds(at("2026-11-01T00:30"), NEW_YORK, NONE))
        .contains(at("2026-11-01T06:00"));
    assertThat(night.workEnds(at("2026-11-01T06:00"), NEW_YORK, NONE))
        .contains(at("2026-11-08T06:00"));
    assertThat(new WeekHours(Map.of()).workEnds(at("2026-11-01T06:00"), NEW_YORK, NONE)).isEmpty();
    assertThat(TypedMoment.of(Optional.empty(), NEW_YORK)).isEqualTo(new TypedMoment("", ""));
  }

  @Test
  void a_night_in_which_the_clocks_jump_is_an_hour_shorter() {
    var hours = week(DayOfWeek.SATURDAY, "22:00-06:00");
    Instant opens = at("2026-03-07T22:00");

    assertThat(hours.openAt(opens.plusSeconds(7 * 3600 - 1), NEW_YORK, NONE)).isTrue();
    assertThat(hours.openAt(opens.plusSeconds(7 * 3600), NEW_YORK, NONE)).isFalse();
  }

  @Test
  void a_night_in_which_an_hour_is_repeated_is_an_hour_longer() {
    var hours = week(DayOfWeek.SATURDAY, "22:00-06:00");
    Instant opens = at("2026-10-31T22:00");

    assertThat(hours.openAt(opens.plusSeconds(9 * 3600 - 1), NEW_YORK, NONE)).isTrue();
    assertThat(hours.openAt(opens.plusSeconds(9 * 3600), NEW_YORK, NONE)).isFalse();
  }

  @Test
  void closing_in_the_repeated_hour_means_the_later_one_and_opening_the_earlier() {
    var closing = week(DayOfWeek.SUNDAY, "00:00-01:30");
    var opening = week(DayOfWeek.SUNDAY, "01:30-05:00");
    Instant earlier = ZonedDateTime.parse("2026-11-01T01:30-04:00").toInstant();
    Instant later = ZonedDateTime.parse("2026-11-01T01:30-05:00").toInstant();

    assertThat(closing.openAt(later.minusSeconds(1), NEW_YORK, NONE)).isTrue();
    assertThat(closing.openAt(later, NEW_YORK, NONE)).isFalse();
    assertThat(opening.openAt(earlier, NEW_YORK, NONE)).isTrue();
    assertThat(opening.nextOpening(earlier.minusSeconds(60), NEW_YORK, NONE)).contains(earlier);
  }

  @Test
  void an_opening_in_the_hour_that_does_not_exist_comes_when_the_clocks_have_jumped() {
    var hours = week(DayOfWeek.SUNDAY, "02:30-05:00");

    assertThat(hours.nextOpening(at("2026-03-08T00:00"), NEW_YORK, NONE))
        .contains(ZonedDateTime.parse("2026-03-08T03:30-04:00").toInstant());
  }

  @Test
  void a_holiday_stands_in_for_its_weekday() {
    var hours = week(DayOfWeek.THURSDAY, "08:00-17:00");
    var thanksgiving = LocalDate.of(2026, 11, 26);
    var closed = List.of(Holiday.closed(thanksgiving, "Thanksgiving Day"));
    var shortDay =
        List.of(new Holiday(thanksgiving, "Thanksgiving Day", Optional.of(Span.of("9-11"))));

    assertThat(hours.openAt(at("2026-11-26T10:00"), NEW_YORK, NONE)).isTrue();
    assertThat(hours.openAt(at("2026-11-26T10:00"), NEW_YORK, closed)).isFalse();
    assertThat(hours.openAt(at("2026-11-26T10:00"), NEW_YORK, shortDay)).isTrue();
    assertThat(hours.openAt(at("2026-11-26T11:00"), NEW_YORK, shortDay)).isFalse();
    assertThat(hours.nextOpening(at("2026-11-25T18:00"), NEW_YORK, closed))
        .contains(at("2026-12-03T08:00"));
  }

  @Test
  void the_night_before_a_holiday_runs_to_its_end() {
    var hours = week(DayOfWeek.WEDNESDAY, "22:00-06:00");
    var closed = List.of(Holiday.closed(LocalDate.of(2026, 11, 26), "Thanksgiving Day"));

    assertThat(hours.openAt(at("2026-11-26T05:00"), NEW_YORK, closed)).isTrue();
  }

  @Test
  void a_week_without_hours_never_opens() {
    assertThat(WeekHours.NONE.openAt(at("2026-11-24T10:00"), NEW_YORK, NONE)).isFalse();
    assertThat(WeekHours.NONE.nextOpening(at("2026-11-24T10:00"), NEW_YORK, NONE)).isEmpty();
  }

  @Test
  void all_day_every_day_is_always_open() {
    Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, List.of(Span.of("00:00-24:00")));
    }
    var always = new WeekHours(days);
    Instant start = at("2026-10-31T00:00");
    for (int quarter = 0; quarter < 4 * 24 * 3; quarter++) {
      assertThat(always.openAt(start.plusSeconds(quarter * 900L), NEW_YORK, NONE)).isTrue();
    }
  }

  @Test
  void hours_that_share_time_are_refused_also_across_midnight_and_the_week() {
    assertThatThrownBy(() -> week(DayOfWeek.MONDAY, "08:00-12:00", "11:00-17:00"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() ->
            new WeekHours(
                Map.of(
                    DayOfWeek.SUNDAY, List.of(Span.of("22:00-06:00")),
                    DayOfWeek.MONDAY, List.of(Span.of("05:00-09:00")))))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "8-17,08:00-17:00",
    "'08:00 - 12:30',08:00-12:30",
    "'8:15 to 24:00',08:15-24:00",
    "'9 until 5:30',09:00-05:30",
    "'8–12',08:00-12:00",
  })
  void hours_are_read_as_people_type_them(String typed, String read) {
    assertThat(Span.of(typed)).hasToString(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "8-", "25-26", "8:60-9", "8-9-10", "morning"})
  void anything_else_is_refused_with_an_example(String typed) {
    assertThatThrownBy(() -> Span.of(typed))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("08:00-12:30");
  }

  @Test
  void a_day_ends_with_its_last_hours_and_a_closed_one_has_no_end() {
    var hours = week(DayOfWeek.TUESDAY, "08:00-12:00", "13:00-17:00");
    var tuesday = LocalDate.of(2026, 11, 24);
    var shorter = new Holiday(tuesday, "Staff day", Optional.of(Span.of("09:00-11:00")));

    assertThat(hours.lastClosing(tuesday, NEW_YORK, NONE)).contains(at("2026-11-24T17:00"));
    assertThat(hours.lastClosing(tuesday, NEW_YORK, List.of(shorter)))
        .contains(at("2026-11-24T11:00"));
    assertThat(hours.lastClosing(tuesday.plusDays(1), NEW_YORK, NONE)).isEmpty();
    assertThat(
            week(DayOfWeek.SATURDAY, "22:00-06:00")
                .lastClosing(LocalDate.of(2026, 11, 28), NEW_YORK, NONE))
        .contains(at("2026-11-29T06:00"));
  }

  private static WeekHours week(DayOfWeek day, String... spans) {
    return new WeekHours(Map.of(day, Arrays.stream(spans).map(Span::of).toList()));
  }

  private static Instant at(String wall) {
    return java.time.LocalDateTime.parse(wall).atZone(NEW_YORK).toInstant();
  }
}
