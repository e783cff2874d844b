package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.kernel.AmericanZones.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneLabelsTest {

  private static final Instant WINTER = Instant.parse("2027-01-15T17:00:00Z");
  private static final Instant SUMMER = Instant.parse("2026-07-15T17:00:00Z");

  /** Manila is no PST; Adak is HST in the tz database and in use, HAST only in Java. */
  private static final Set<String> JAVA_SAYS_OTHERWISE = Set.of("Asia/Manila", "America/Adak");

  private static final ZoneId MANILA = ZoneId.of("Asia/Manila");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @Test
  void java_says_the_same_for_manila_and_los_angeles_and_we_do_not() {
    DateTimeFormatter javas = DateTimeFormatter.ofPattern("zzz", Locale.US);
    assertThat(javas.format(WINTER.atZone(MANILA)))
        .isEqualTo(javas.format(WINTER.atZone(LOS_ANGELES)))
        .isEqualTo("PST");
    assertThat(ZoneLabels.label(MANILA)).isEqualTo("Manila");
    assertThat(ZoneLabels.abbreviation(MANILA, WINTER)).isEmpty();
    assertThat(ZoneLabels.label(LOS_ANGELES)).isEqualTo("Los Angeles");
    assertThat(ZoneLabels.abbreviation(LOS_ANGELES, WINTER)).contains("PST");
  }

  @Test
  void no_two_zones_of_the_table_share_a_label() {
    assertThat(ZoneLabels.listed()).hasSizeGreaterThan(30);
    assertThat(ZoneLabels.listed().stream().map(ZoneLabels::label)).doesNotHaveDuplicates();
  }

  @Test
  void zones_that_share_a_label_anywhere_keep_the_same_time() {
    Map<String, ZoneId> seen = new HashMap<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.matches(
          "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian"
              + "|Pacific)/.*")) {
        ZoneId zone = ZoneLabels.zone(id);
        ZoneId other = seen.putIfAbsent(ZoneLabels.label(zone), zone);
        if (other != null) {
          assertThat(zone.getRules()).as(zone + " and " + other).isEqualTo(other.getRules());
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York,New York,EST,EDT",
    "America/Chicago,Chicago,CST,CDT",
    "America/Phoenix,Phoenix,MST,MST",
    "America/Shiprock,Navajo Nation (Shiprock),MST,MDT",
    "Pacific/Honolulu,Honolulu,HST,HST",
    "America/Anchorage,Anchorage,AKST,AKDT",
    "Pacific/Guam,Guam,ChST,ChST",
    "America/Puerto_Rico,Puerto Rico,AST,AST",
  })
  void american_zones_have_a_label_and_an_abbreviation(
      String id, String label, String winter, String summer) {
    ZoneId zone = ZoneLabels.zone(id);
    assertThat(ZoneLabels.label(zone)).isEqualTo(label);
    assertThat(ZoneLabels.abbreviation(zone, WINTER)).contains(winter);
    assertThat(ZoneLabels.abbreviation(zone, SUMMER)).contains(summer);
  }

  @ParameterizedTest
  @MethodSource("health.malasakit.kernel.AmericanZones#all")
  void every_zone_of_every_state_is_in_the_table_and_abbreviated_as_the_field_does(Place place) {
    assertThat(ZoneLabels.listed()).contains(place.zone());
    if (JAVA_SAYS_OTHERWISE.contains(place.zone().getId())) {
      return;
    }
    DateTimeFormatter javas = DateTimeFormatter.ofPattern("zzz", Locale.US);
    for (Instant at : List.of(WINTER, SUMMER)) {
      assertThat(ZoneLabels.abbreviation(place.zone(), at))
          .contains(javas.format(at.atZone(place.zone())));
    }
  }

  @Test
  void a_zone_that_is_not_listed_is_called_by_its_city() {
    assertThat(ZoneLabels.label(ZoneId.of("America/Port_of_Spain"))).isEqualTo("Port of Spain");
    assertThat(ZoneLabels.label(ZoneId.of("America/Argentina/Ushuaia"))).isEqualTo("Ushuaia");
    assertThat(ZoneLabels.abbreviation(ZoneId.of("America/Toronto"), WINTER)).isEmpty();
  }

  /** Else two clocks of one page could bear the same words and different times. */
  @Test
  void two_places_whose_clocks_differ_never_share_a_label() {
    var byLabel =
        ZoneId.getAvailableZoneIds().stream()
            .filter(ZoneLabelsTest::namesAPlace)
            .collect(
                Collectors.groupingBy(
                    id -> ZoneLabels.label(ZoneId.of(id)),
                    Collectors.mapping(id -> ZoneId.of(id).getRules(), Collectors.toSet())));

    assertThat(byLabel).hasSizeGreaterThan(400);
    assertThat(byLabel).allSatisfy((label, rules) -> assertThat(rules).as(label).hasSize(1));
  }

  private static boolean namesAPlace(String id) {
    try {
      ZoneLabels.zone(id);
      return true;
    } catch (Refused old) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EST",
        "UTC",
        "+08:00",
        "US/Eastern",
        "Etc/GMT+8",
        "America/Nowhere",
        "america/new_york"
      })
  void text_that_names_no_place_is_refused(String id) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> ZoneLabels.zone(id))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("zone.unknown"));
  }
}
