package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.kernel.AmericanZones.Place;
import health.malasakit.kernel.WallTime.Fold;
import health.malasakit.kernel.WallTime.Resolution;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDateTime IN_THE_GAP = LocalDateTime.parse("2027-03-14T02:30");
  private static final LocalDateTime IN_THE_OVERLAP = LocalDateTime.parse("2026-11-01T01:30");

  @Test
  void every_state_and_territory_is_in_the_table() {
    String places = String.join(" ", AmericanZones.all().map(Place::name).toList());
    assertThat(List.of(places.replace(",", "").split(" ")))
        .contains(
            ("AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE"
                    + " NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY"
                    + " GU MP AS Manila")
                .split(" "));
  }

  @ParameterizedTest
  @MethodSource("health.malasakit.kernel.AmericanZones#all")
  void winter_and_summer_noon_have_the_offset_of_the_place(Place place) {
    assertNoon(place, "2026-07-15T12:00", place.summerHours());
    assertNoon(place, "2026-10-31T12:00", place.summerHours());
    assertNoon(place, "2026-11-01T12:00", place.winterHours());
    assertNoon(place, "2027-01-15T12:00", place.winterHours());
    assertNoon(place, "2027-03-13T12:00", place.winterHours());
    assertNoon(place, "2027-03-14T12:00", place.summerHours());
  }

  @ParameterizedTest
  @MethodSource("health.malasakit.kernel.AmericanZones#withClockChanges")
  void the_hour_that_is_jumped_over_is_refused(Place place) {
    for (String minute : List.of("02:00", "02:30", "02:59")) {
      LocalDateTime jumped = LocalDateTime.parse("2027-03-14T" + minute);
      assertThat(WallTime.resolve(jumped, place.zone())).isInstanceOf(Resolution.Missing.class);
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> WallTime.of(jumped, place.zone(), Fold.LATER))
          .satisfies(refused -> assertThat(refused.code()).isEqualTo("time.missing"));
    }
    assertExact(place, LocalDateTime.parse("2027-03-14T01:59"), place.winterHours());
    assertExact(place, LocalDateTime.parse("2027-03-14T03:00"), place.summerHours());
  }

  @ParameterizedTest
  @MethodSource("health.malasakit.kernel.AmericanZones#withClockChanges")
  void the_hour_that_happens_twice_needs_a_fold(Place place) {
    for (String minute : List.of("01:00", "01:30", "01:59")) {
      LocalDateTime twice = LocalDateTime.parse("2026-11-01T" + minute);
      assertThat(WallTime.resolve(twice, place.zone())).isInstanceOf(Resolution.Ambiguous.class);
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> WallTime.of(twice, place.zone()))
          .satisfies(refused -> assertThat(refused.code()).isEqualTo("time.ambiguous"));
      WallTime earlier = WallTime.of(twice, place.zone(), Fold.EARLIER);
      WallTime later = WallTime.of(twice, place.zone(), Fold.LATER);
      assertThat(earlier.instant()).isEqualTo(twice.toInstant(hours(place.summerHours())));
      assertThat(later.instant()).isEqualTo(twice.toInstant(hours(place.winterHours())));
      assertThat(WallTime.at(earlier.instant(), place.zone())).isEqualTo(earlier);
      assertThat(WallTime.at(later.instant(), place.zone())).isEqualTo(later);
    }
    assertExact(place, LocalDateTime.parse("2026-11-01T00:59"), place.summerHours());
    assertExact(place, LocalDateTime.parse("2026-11-01T02:00"), place.winterHours());
  }

  @ParameterizedTest
  @MethodSource("health.malasakit.kernel.AmericanZones#withoutClockChanges")
  void a_place_that_never_changes_its_clocks_has_every_hour_once(Place place) {
    assertExact(place, IN_THE_GAP, place.winterHours());
    assertExact(place, IN_THE_OVERLAP, place.winterHours());
  }

  @Test
  void the_refusal_names_the_clinic_and_the_reason() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> WallTime.of(IN_THE_GAP, NEW_YORK))
        .satisfies(refused ->
            assertThat(refused.sentence())
                .isEqualTo(
                    "02:30 does not exist on Sun 14 Mar 2027 in New York,"
                        + " the clocks jump from 02:00 to 03:00"));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> WallTime.of(IN_THE_OVERLAP, NEW_YORK))
        .satisfies(refused ->
            assertThat(refused.sentence())
                .isEqualTo(
                    "01:30 happens twice on Sun 1 Nov 2026 in New York, say which:"
                        + " 01:30 EDT (the earlier) or 01:30 EST (the later)"));
  }

  @Test
  void a_fold_is_dropped_where_the_hour_happens_once() {
    WallTime nine = WallTime.of(LocalDateTime.parse("2026-11-24T09:00"), NEW_YORK, Fold.LATER);
    assertThat(nine.fold()).isEqualTo(Fold.EARLIER);
    assertThat(nine).isEqualTo(WallTime.of(nine.local(), NEW_YORK));
  }

  @Test
  void a_row_in_a_gap_that_new_zone_data_opened_still_reads() {
    WallTime kept = new WallTime(IN_THE_GAP, NEW_YORK, Fold.EARLIER);
    assertThat(Moments.clock(kept.instant(), NEW_YORK)).isEqualTo("03:30 EDT (New York)");
  }

  @Test
  void the_version_of_the_zone_data_is_known() {
    assertThat(WallTime.zoneDataVersion()).matches("20[2-9][0-9][a-z]");
  }

  private static void assertNoon(Place place, String noon, int hours) {
    assertExact(place, LocalDateTime.parse(noon), hours);
  }

  private static void assertExact(Place place, LocalDateTime local, int hours) {
    WallTime time = WallTime.of(local, place.zone());
    assertThat(time.instant()).isEqualTo(local.toInstant(hours(hours)));
    assertThat(WallTime.at(time.instant(), place.zone())).isEqualTo(time);
  }

  private static ZoneOffset hours(int hours) {
    return ZoneOffset.ofHours(hours);
  }
}
