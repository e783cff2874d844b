package health.malasakit.inquiries.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final Phone MOBILE = Phone.of("(312) 555-0142");
  private static final Phone HOME = Phone.of("(312) 555-0100");
  private static final Wish LATE = new Wish(LocalTime.of(21, 30), LocalTime.of(22, 30), "Ana");

  private final List<Attempt> tried = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"07:59, no", "08:00, yes", "20:59, yes", "21:00, no", "22:00, wish", "22:30, no"})
  void she_is_called_from_eight_to_nine_in_the_evening_of_her_own_day(String hour, String answer) {
    var at = at("2026-11-24T" + hour);

    assertThat(new Hours(CHICAGO, Optional.empty(), Optional.empty()).allow(at))
        .isEqualTo(answer.equals("yes"));
    assertThat(new Hours(CHICAGO, Optional.of(LATE), Optional.empty()).allow(at))
        .isEqualTo(!answer.equals("no"));
  }

  @Test
  void at_night_the_next_hour_is_eight_in_the_morning_where_she_is() {
    var hours = new Hours(CHICAGO, Optional.empty(), Optional.empty());

    assertThat(hours.next(at("2026-11-24T23:10"))).isEqualTo(at("2026-11-25T08:00"));
    assertThat(hours.next(at("2026-11-24T05:10"))).isEqualTo(at("2026-11-24T08:00"));
    assertThat(hours.next(at("2026-11-24T10:10"))).isEqualTo(at("2026-11-24T10:10"));
  }

  @Test
  void who_asked_for_an_hour_before_eight_is_called_at_eight_when_it_is_past() {
    var early = new Wish(LocalTime.of(5, 0), LocalTime.of(6, 0), "Ana");
    var hours = new Hours(CHICAGO, Optional.of(early), Optional.empty());

    assertThat(hours.next(at("2026-11-24T04:10"))).isEqualTo(at("2026-11-24T05:00"));
    assertThat(hours.next(at("2026-11-24T06:30"))).isEqualTo(at("2026-11-24T08:00"));
    assertThat(hours.next(at("2026-11-24T23:10"))).isEqualTo(at("2026-11-25T05:00"));
    assertThat(new Hours(CHICAGO, Optional.of(LATE), Optional.empty()).next(at("2026-11-24T21:10")))
        .isEqualTo(at("2026-11-24T21:30"));
  }

  @Test
  void an_hour_that_she_asked_for_once_opens_that_night_alone() {
    var hours =
        new Hours(CHICAGO, Optional.empty(), Optional.of(new Asked(at("2026-11-24T22:00"), "Ana")));

    assertThat(hours.allow(at("2026-11-24T21:49"))).isFalse();
    assertThat(hours.allow(at("2026-11-24T21:50"))).isTrue();
    assertThat(hours.allow(at("2026-11-24T22:59"))).isTrue();
    assertThat(hours.allow(at("2026-11-24T23:00"))).isFalse();
    assertThat(hours.allow(at("2026-11-25T22:00"))).isFalse();
    assertThat(hours.next(at("2026-11-24T21:10"))).isEqualTo(at("2026-11-24T22:00"));
    assertThat(hours.next(at("2026-11-24T23:10"))).isEqualTo(at("2026-11-25T08:00"));
  }

  @Test
  void the_same_number_twice_in_a_part_of_a_day_is_refused_and_another_number_is_not() {
    tried("2026-11-24T09:10", MOBILE, Result.NO_ANSWER);

    assertThat(against(MOBILE, "2026-11-24T11:50")).isEqualTo("attempt.same_part");
    assertThat(against(HOME, "2026-11-24T11:50")).isEmpty();
    assertThat(against(MOBILE, "2026-11-24T12:10")).isEqualTo("attempt.soon");
    assertThat(against(MOBILE, "2026-11-24T13:10")).isEmpty();
  }

  @Test
  void what_is_tried_in_one_part_of_a_day_counts_once() {
    tried("2026-11-24T09:10", MOBILE, Result.NO_ANSWER);
    tried("2026-11-24T09:12", HOME, Result.MAILBOX_FULL);
    tried("2026-11-24T14:00", MOBILE, Result.WRONG_NUMBER);

    assertThat(spread().made()).isEqualTo(1);
  }

  @Test
  void the_next_attempt_is_best_on_another_day_and_in_another_part_of_it() {
    tried("2026-11-24T09:10", MOBILE, Result.NO_ANSWER);
    assertThat(spread().best(at("2026-11-24T09:20"))).isEqualTo(at("2026-11-25T12:00"));

    tried("2026-11-25T12:30", MOBILE, Result.LEFT_MESSAGE);
    assertThat(spread().best(at("2026-11-25T12:31"))).isEqualTo(at("2026-11-26T17:00"));
    assertThat(spread().best(at("2026-11-26T18:30"))).isEqualTo(at("2026-11-26T18:30"));
  }

  @Test
  void after_the_last_attempt_of_the_rule_a_reason_is_asked_for() {
    tried("2026-11-24T09:10", MOBILE, Result.NO_ANSWER);
    tried("2026-11-25T13:10", MOBILE, Result.BUSY);
    assertThat(spread().spent()).isFalse();
    tried("2026-11-26T18:10", MOBILE, Result.LEFT_MESSAGE);

    assertThat(spread().spent()).isTrue();
    assertThat(against(MOBILE, "2026-11-28T10:00")).isEqualTo("attempt.spent");
  }

  @Test
  void who_asked_to_be_called_at_four_is_called_at_four() {
    tried("2026-11-24T13:10", MOBILE, Result.NO_ANSWER);
    var four = at("2026-11-24T16:00");
    tried.add(attempt("2026-11-24T13:12", HOME, Result.LATER, Optional.of(four)));

    assertThat(spread().best(at("2026-11-24T13:15"))).isEqualTo(four);
    assertThat(against(MOBILE, "2026-11-24T15:00")).isEqualTo("attempt.same_part");
    assertThat(against(MOBILE, "2026-11-24T15:55")).isEmpty();
  }

  private void tried(String at, Phone number, Result result) {
    tried.add(attempt(at, number, result, Optional.empty()));
  }

  private static Attempt attempt(String at, Phone number, Result result, Optional<Instant> later) {
    return new Attempt(
        Ids.next(),
        new CallBackId(Ids.next()),
        number,
        CHICAGO,
        at(at),
        AccountId.next(),
        "",
        Optional.of(result),
        later,
        Optional.empty());
  }

  private Spread spread() {
    return new Spread(
        OutboundRule.USUAL, new Hours(CHICAGO, Optional.empty(), Optional.empty()), tried);
  }

  private String against(Phone number, String now) {
    return spread().against(number, at(now)).map(Refused::code).orElse("");
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
  }
}
