package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.AmericanZones;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** Booking in both changes of the clocks, in every zone that a clinic of ours may lie in. */
@MalasakitTest
class ZonesTest {

  private static final String IN_THE_STATES =
      """
      America/New_York America/Detroit America/Kentucky/Louisville America/Kentucky/Monticello
      America/Indiana/Indianapolis America/Indiana/Vincennes America/Indiana/Winamac
      America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay
      America/Indiana/Tell_City America/Indiana/Knox America/Chicago America/Menominee
      America/North_Dakota/Center America/North_Dakota/New_Salem America/North_Dakota/Beulah
      America/Denver America/Boise America/Phoenix America/Shiprock America/Los_Angeles
      America/Anchorage America/Juneau America/Sitka America/Metlakatla America/Yakutat
      America/Nome America/Adak Pacific/Honolulu America/Puerto_Rico Pacific/Guam Asia/Manila
      """;

  private static final LocalDate SPRING = LocalDate.of(2027, 3, 14);
  private static final LocalDate AUTUMN = LocalDate.of(2027, 11, 7);

  private final ApplicationContext beans;
  private final Bookings bookings;
  private final Openings openings;

  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private PatientId ana;
  private PatientId ben;

  ZonesTest(ApplicationContext beans, Bookings bookings, Openings openings) {
    this.beans = beans;
    this.bookings = bookings;
    this.openings = openings;
  }

  private void clinicIn(String zone) {
    practice = Practice.in(beans, zone);
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    ana = practice.patient("Ana", "Cruz");
    ben = practice.patient("Ben", "Cruz");
  }

  /** Every zone of the database of zones that lies in the US, with its territories, and Manila. */
  @Test
  void no_zone_of_the_states_is_forgotten() {
    assertThat(AmericanZones.all().map(place -> place.zone().getId()))
        .contains(IN_THE_STATES.split("\\s+"));
  }

  static Stream<String> whereClocksChange() {
    return AmericanZones.withClockChanges().map(place -> place.zone().getId()).distinct();
  }

  static Stream<String> whereTheyDoNot() {
    return AmericanZones.withoutClockChanges().map(place -> place.zone().getId()).distinct();
  }

  @ParameterizedTest
  @MethodSource("whereClocksChange")
  void where_clocks_change_the_gap_is_refused_and_the_overlap_asked(String zone) {
    clinicIn(zone);
    var gap = SPRING.atTime(2, 30);
    assertThatThrownBy(() -> practice.wanted(ana, reyes, followUp, gap))
        .hasMessageContaining("does not exist");
    var afterGap = book(ana, WallTime.of(SPRING.atTime(3, 0), zone()));
    assertThat(
            Duration.between(
                SPRING.atTime(1, 30).atZone(zone()).toInstant(), afterGap.time().from()))
        .isEqualTo(Duration.ofMinutes(30));

    var twice = AUTUMN.atTime(1, 30);
    assertThatThrownBy(() -> WallTime.of(twice, zone())).hasMessageContaining("happens twice");
    var earlier = book(ana, WallTime.of(twice, zone(), WallTime.Fold.EARLIER));
    var later = book(ben, WallTime.of(twice, zone(), WallTime.Fold.LATER));
    assertThat(later.time().from()).isEqualTo(earlier.time().from().plus(Duration.ofHours(1)));
    assertThat(kept(later).time()).isEqualTo(later.time());
    assertThat(startsOn(AUTUMN)).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    assertThat(startsOn(SPRING)).hasSize(44);
  }

  @ParameterizedTest
  @MethodSource("whereTheyDoNot")
  void where_clocks_do_not_change_every_hour_exists_once(String zone) {
    clinicIn(zone);
    for (var local : List.of(SPRING.atTime(2, 30), AUTUMN.atTime(1, 30))) {
      var visit = book(ana, WallTime.of(local, zone()));
      assertThat(kept(visit).time().start().local()).isEqualTo(local);
    }
    assertThat(startsOn(SPRING)).hasSize(46);
  }

  private Visit book(PatientId patient, WallTime start) {
    var where = new Hold.Where(practice.site().id(), reyes, followUp);
    return practice.ask(() -> bookings.bookNow(new TimeWanted(patient, where, start)));
  }

  private Visit kept(Visit visit) {
    return practice.ask(() -> beans.getBean(Visits.class).get(visit.id()));
  }

  /** All openings of a day, as instants: none falls into the gap, none is there twice. */
  private List<Instant> startsOn(LocalDate date) {
    var wanted =
        new OpeningsWanted(
            Set.of(practice.organization()),
            Set.of(followUp),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            date,
            date,
            Optional.empty());
    var found = practice.ask(() -> openings.soonest(wanted, 100));
    assertThat(found).allSatisfy(one -> assertThat(wall(one)).isEqualTo(date));
    return found.stream().map(one -> one.time().from()).toList();
  }

  private static LocalDate wall(Opening opening) {
    var local = opening.time().start().local();
    return local.toLocalDate();
  }

  private ZoneId zone() {
    return practice.site().zone().orElseThrow();
  }
}
