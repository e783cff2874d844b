package health.malasakit.patients.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakingRulesTest {

  private static final LocalDate BORN = LocalDate.of(2008, 11, 24);
  private static final Representative MOTHER = representative(Basis.PARENTAL);
  private static final Representative FATHER = representative(Basis.PARENTAL);

  @ParameterizedTest
  @CsvSource({
    "America/New_York,    2026-11-24T04:59:59Z, AS_RECORDED",
    "America/New_York,    2026-11-24T05:00:00Z, CAME_OF_AGE",
    "America/Puerto_Rico, 2026-11-24T04:00:00Z, CAME_OF_AGE",
    "America/Los_Angeles, 2026-11-24T07:59:59Z, AS_RECORDED",
    "America/Los_Angeles, 2026-11-24T08:00:00Z, CAME_OF_AGE",
    "Pacific/Honolulu,    2026-11-24T09:59:59Z, AS_RECORDED",
    "Pacific/Honolulu,    2026-11-24T10:00:00Z, CAME_OF_AGE",
    "Pacific/Guam,        2026-11-23T13:59:59Z, AS_RECORDED",
    "Pacific/Guam,        2026-11-23T14:00:00Z, CAME_OF_AGE"
  })
  void a_parents_right_ends_at_midnight_of_the_clinics_zone_when_she_comes_of_age(
      String zone, Instant now, Speaker.Why why) {
    var rules = rules(LocalDate.ofInstant(now, ZoneId.of(zone)), List.of(), false);

    assertThat(rules.speaker(MOTHER).why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({"AL, 19", "NE, 19", "MS, 21", "PR, 21"})
  void another_age_that_was_read_for_a_state_is_not_verified_and_decides_nothing(
      String state, int age) {
    var read = AgeOfMajority.read(state).orElseThrow();

    assertThat(read.age()).isEqualTo(age);
    assertThat(read.verified()).isFalse();
    assertThat(AgeOfMajority.dayFor(BORN)).isEqualTo(BORN.plusYears(18));
    assertThat(AgeOfMajority.read("NY")).isEmpty();
  }

  @Test
  void born_on_the_29th_of_february_she_comes_of_age_on_the_28th() {
    assertThat(AgeOfMajority.dayFor(LocalDate.of(2008, 2, 29)))
        .isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @Test
  void a_court_order_stands_above_both_parents() {
    var order = order(CourtOrder.Effect.DENIES, Optional.empty());
    var rules = rules(LocalDate.of(2018, 6, 1), List.of(order), false);

    assertThat(rules.speaker(MOTHER).may()).isEmpty();
    assertThat(rules.speaker(FATHER).why()).isEqualTo(Speaker.Why.COURT_ORDER);
    assertThat(rules.speaker(representative(Basis.COURT)).may()).isNotEmpty();
  }

  @Test
  void an_order_that_lets_one_act_alone_leaves_nothing_to_the_other() {
    var order = order(CourtOrder.Effect.ONLY, Optional.of(MOTHER.id()));
    var rules = rules(LocalDate.of(2018, 6, 1), List.of(order), false);

    assertThat(rules.speaker(MOTHER).may()).containsExactlyInAnyOrder(Speaking.values());
    assertThat(rules.speaker(FATHER).may()).isEmpty();
  }

  @Test
  void an_order_is_over_after_its_last_day() {
    var order = order(CourtOrder.Effect.DENIES, Optional.of(MOTHER.id()));
    var rules = rules(LocalDate.of(2026, 2, 1), List.of(order), false);

    assertThat(rules.speaker(MOTHER).why()).isEqualTo(Speaker.Why.AS_RECORDED);
  }

  @Test
  void safe_contact_leaves_nobody_else_visits_or_facts() {
    var rules = rules(BORN.plusYears(10), List.of(), true);

    assertThat(rules.speaker(MOTHER).may())
        .containsExactlyInAnyOrder(Speaking.PAY, Speaking.DECIDE);
    assertThat(rules.speaker(MOTHER).why()).isEqualTo(Speaker.Why.SAFE_CONTACT);
  }

  @Test
  void without_a_birth_date_a_parent_has_no_right_that_could_end() {
    var rules = new SpeakingRules(BORN.plusYears(10), Optional.empty(), List.of(), false, false);

    assertThat(rules.speaker(MOTHER).why()).isEqualTo(Speaker.Why.AGE_UNKNOWN);
  }

  private static SpeakingRules rules(LocalDate today, List<CourtOrder> orders, boolean safe) {
    return new SpeakingRules(today, Optional.of(BORN), orders, false, safe);
  }

  private static CourtOrder order(CourtOrder.Effect effect, Optional<UUID> whose) {
    return new CourtOrder(
        UUID.randomUUID(),
        effect,
        whose,
        "No visits to be told",
        "Family Court",
        LocalDate.of(2015, 1, 1),
        Optional.of(LocalDate.of(2026, 1, 31)));
  }

  private static Representative representative(Basis basis) {
    return new Representative(
        UUID.randomUUID(),
        "Rosa Reyes",
        "parent",
        basis,
        Set.of(Speaking.values()),
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
