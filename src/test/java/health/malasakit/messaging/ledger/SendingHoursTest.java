package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When something may go out, on the patient's wall. */
class SendingHoursTest {

  private static final Rule OUTER = Rule.USUAL.hours(Window.OUTER, Window.OUTER);

  @Test
  void from_manila_one_afternoon_honolulu_may_be_written_to_and_new_york_waits_for_eight() {
    var manila = Instant.parse("2026-11-25T06:30:00Z");

    assertThat(hours("Pacific/Honolulu", "HI", OUTER).allow(manila)).as("20:30 there").isTrue();
    assertThat(hours("America/New_York", "NY", OUTER).allow(manila)).as("01:30").isFalse();
    assertThat(hours("America/New_York", "NY", OUTER).next(manila))
        .contains(Instant.parse("2026-11-25T13:00:00Z"));
    assertThat(hours("America/New_York", "NY", OUTER).next(Instant.parse("2026-07-01T06:30:00Z")))
        .as("in summer an hour earlier")
        .contains(Instant.parse("2026-07-01T12:00:00Z"));
  }

  @Test
  void a_clinic_that_said_nothing_sends_from_nine_to_eight_and_less_on_sundays() {
    var zone = "America/New_York";
    assertThat(hours(zone, "NY", Rule.USUAL).next(Instant.parse("2026-11-28T12:00:00Z")))
        .as("Saturday at seven: at nine")
        .contains(Instant.parse("2026-11-28T14:00:00Z"));
    assertThat(hours(zone, "NY", Rule.USUAL).next(Instant.parse("2026-11-29T01:00:00Z")))
        .as("Saturday at eight in the evening: Sunday noon")
        .contains(Instant.parse("2026-11-29T17:00:00Z"));
    assertThat(hours(zone, "NY", Rule.USUAL).next(Instant.parse("2026-11-29T23:00:00Z")))
        .as("Sunday at six: Monday at nine")
        .contains(Instant.parse("2026-11-30T14:00:00Z"));
  }

  @Test
  void the_rule_of_her_state_counts_beside_that_of_the_clinic() {
    var sunday = Instant.parse("2026-11-29T16:00:00Z");
    assertThat(hours("America/Chicago", "TX", OUTER).allow(sunday)).as("ten on Sunday").isFalse();
    assertThat(hours("America/Chicago", "TX", OUTER).next(sunday))
        .contains(Instant.parse("2026-11-29T18:00:00Z"));
    assertThat(hours("America/Chicago", "IL", OUTER).allow(sunday)).isTrue();
    assertThat(hours("America/New_York", "RI", OUTER).next(Instant.parse("2026-11-25T23:30:00Z")))
        .as("Rhode Island ends at six")
        .contains(Instant.parse("2026-11-26T14:00:00Z"));
    var both = new SendingHours(Set.of(ZoneId.of("America/Chicago")), Set.of("IL", "TX"), OUTER);
    assertThat(both.allow(sunday)).as("at home in Illinois, and for now in Texas").isFalse();
  }

  @Test
  void what_would_come_in_the_night_comes_in_the_evening_before() {
    var newYork = hours("America/New_York", "NY", Rule.USUAL);
    assertThat(newYork.last(Instant.parse("2026-11-25T10:00:00Z")))
        .as("five in the morning")
        .contains(Instant.parse("2026-11-25T00:45:00Z"));
    var noon = Instant.parse("2026-11-25T17:00:00Z");
    assertThat(newYork.last(noon)).contains(noon);
    assertThat(newYork.last(Instant.parse("2026-11-01T10:00:00Z")))
        .as("a night of 25 hours, after a Saturday")
        .contains(Instant.parse("2026-10-31T23:45:00Z"));
  }

  @Test
  void where_nobody_knows_the_zone_only_hours_of_all_of_them_count() {
    var anywhere =
        new SendingHours(
            Stream.of("America/New_York", "America/Los_Angeles", "Pacific/Honolulu")
                .map(ZoneId::of)
                .collect(Collectors.toSet()),
            Set.of(),
            Rule.USUAL);
    assertThat(anywhere.next(Instant.parse("2026-11-25T14:00:00Z")))
        .as("nine in Honolulu is two in the afternoon in New York")
        .contains(Instant.parse("2026-11-25T19:00:00Z"));
    assertThat(anywhere.allow(Instant.parse("2026-11-26T00:59:00Z"))).isTrue();
    assertThat(anywhere.allow(Instant.parse("2026-11-26T01:00:00Z"))).as("20:00 there").isFalse();
  }

  @Test
  void on_the_nights_of_the_clocks_it_is_still_eight_on_her_wall() {
    var spring = hours("America/New_York", "NY", OUTER).next(Instant.parse("2027-03-14T06:00:00Z"));
    assertThat(spring).contains(Instant.parse("2027-03-14T12:00:00Z"));
    var fall = hours("America/New_York", "NY", OUTER).next(Instant.parse("2027-11-07T04:30:00Z"));
    assertThat(fall).contains(Instant.parse("2027-11-07T13:00:00Z"));
    var arizona = hours("America/Phoenix", "AZ", OUTER).next(Instant.parse("2027-03-14T10:00:00Z"));
    assertThat(arizona).contains(Instant.parse("2027-03-14T15:00:00Z"));
  }

  @Test
  void no_clinic_sets_hours_beyond_the_outer_bound() {
    assertThatThrownBy(() ->
            Rule.USUAL.hours(new Window(LocalTime.of(7, 0), LocalTime.of(20, 0)), Window.OUTER))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("sending_hours.outer"));
  }

  @Test
  void hours_that_meet_nowhere_are_never() {
    var early = new Window(LocalTime.of(8, 0), LocalTime.of(9, 0));
    var far = Set.of(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"));
    var never = new SendingHours(far, Set.of(), Rule.USUAL.hours(early, early));
    assertThat(never.next(Instant.parse("2026-11-25T14:00:00Z"))).isEmpty();
  }

  private static SendingHours hours(String zone, String state, Rule rule) {
    return new SendingHours(Set.of(ZoneId.of(zone)), Set.of(state), rule);
  }
}
