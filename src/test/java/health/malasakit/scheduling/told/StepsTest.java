package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.ledger.Entry.Urgency;
import health.malasakit.messaging.ledger.Planned;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.SendingHours;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.StepRule;
import health.malasakit.messaging.ledger.VisitTold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which steps are planned, and when. */
class StepsTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-30T00:00:00Z");
  private static final LocalDateTime IN_A_WEEK = LocalDateTime.of(2026, 12, 7, 8, 0);

  @Test
  void a_move_away_from_tomorrow_goes_at_once_and_any_other_in_her_hours() {
    var tomorrow = LocalDateTime.of(2026, 11, 30, 8, 0).atZone(NEW_YORK).toInstant();

    assertThat(moved(Optional.of(tomorrow))).isEqualTo(Urgency.SOON);
    assertThat(moved(Optional.of(tomorrow.plus(Duration.ofDays(3))))).isEqualTo(Urgency.USUAL);
    assertThat(moved(Optional.of(tomorrow.minus(Duration.ofDays(3)))))
        .as("of a time that is over")
        .isEqualTo(Urgency.USUAL);
  }

  @Test
  void the_link_of_an_early_visit_comes_in_the_evening_before_and_not_in_the_night() {
    var link = step(Step.TWO_HOURS, steps(IN_A_WEEK.withHour(7), VisitTold.How.VIDEO), act(false));

    assertThat(link.dueAt())
        .isEqualTo(LocalDateTime.of(2026, 12, 6, 17, 45).atZone(NEW_YORK).toInstant());
    assertThat(link.urgency()).isEqualTo(Urgency.USUAL);
    assertThat(
            step(Step.TWO_HOURS, steps(IN_A_WEEK.withHour(14), VisitTold.How.VIDEO), act(false))
                .dueAt())
        .isEqualTo(IN_A_WEEK.withHour(12).atZone(NEW_YORK).toInstant());
  }

  @Test
  void what_was_asked_for_on_the_telephone_is_told_so() {
    var booked = step(Step.BOOKED, steps(IN_A_WEEK, VisitTold.How.IN_PERSON), act(true));
    assertThat(booked.urgency()).isEqualTo(Urgency.ASKED);
  }

  @Test
  void what_comes_soon_is_more_than_what_was_asked_for() {
    var tomorrow = LocalDateTime.of(2026, 11, 30, 8, 0);
    var booked = step(Step.BOOKED, steps(tomorrow, VisitTold.How.VIDEO), act(true));
    assertThat(booked.urgency()).as("for longer").isEqualTo(Urgency.SOON);
  }

  @Test
  void a_booking_of_which_nobody_spoke_with_her_waits_for_her_morning_where_that_is_early_enough() {
    var monday = LocalDateTime.of(2026, 11, 30, 12, 0);
    assertThat(booked(monday, act(false)))
        .as("from 9:00 she has three hours")
        .isEqualTo(Urgency.USUAL);
    assertThat(booked(monday.withHour(10), act(false))).isEqualTo(Urgency.SOON);
    assertThat(booked(monday, act(true))).as("she asked for it").isEqualTo(Urgency.SOON);
    var takenBack =
        new Steps.Act(false, SUNDAY_EVENING, Optional.of(monday.atZone(NEW_YORK).toInstant()));
    assertThat(booked(monday, takenBack)).as("it was cancelled before").isEqualTo(Urgency.SOON);
  }

  private static Urgency booked(LocalDateTime at, Steps.Act act) {
    return step(Step.BOOKED, steps(at, VisitTold.How.IN_PERSON), act).urgency();
  }

  @Test
  void what_is_looked_at_late_was_due_when_it_happened() {
    var evening = SUNDAY_EVENING.minus(Duration.ofHours(5));
    var act = new Steps.Act(true, evening, Optional.empty());
    assertThat(step(Step.BOOKED, steps(IN_A_WEEK, VisitTold.How.IN_PERSON), act).dueAt())
        .isEqualTo(evening.plus(Steps.UNDO));
  }

  private static Urgency moved(Optional<Instant> before) {
    var act = new Steps.Act(false, SUNDAY_EVENING, before);
    return step(Step.MOVED, steps(IN_A_WEEK, VisitTold.How.IN_PERSON), act).urgency();
  }

  private static Steps.Act act(boolean asked) {
    return new Steps.Act(asked, SUNDAY_EVENING, Optional.empty());
  }

  private static Planned step(Step step, Steps steps, Steps.Act act) {
    var happened = step.confirms() ? step : Step.BOOKED;
    return steps.after(happened, act).stream()
        .filter(one -> one.step() == step)
        .findFirst()
        .orElseThrow();
  }

  private static Steps steps(LocalDateTime at, VisitTold.How how) {
    var hours = new SendingHours(Set.of(NEW_YORK), Set.of("NY"), Rule.USUAL);
    return new Steps(visit(at, how), StepRule.USUAL, hours, SUNDAY_EVENING);
  }

  private static VisitTold visit(LocalDateTime at, VisitTold.How how) {
    var start = WallTime.of(at, NEW_YORK);
    return new VisitTold(
        new UUID(0, 1),
        new PatientId(new UUID(0, 2)),
        new UUID(0, 3),
        2,
        2,
        true,
        false,
        false,
        start,
        start.instant().plus(Duration.ofMinutes(20)),
        "12 Main St",
        how,
        Optional.empty(),
        "");
  }
}
