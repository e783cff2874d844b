package health.malasakit.scheduling.told;

import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Planned;
import health.malasakit.messaging.ledger.SendingHours;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.StepRule;
import health.malasakit.messaging.ledger.VisitTold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which steps of a visit are still to be told, and when: reminders at a day and an hour on the
 * patient's wall. Those that are past are not made.
 *
 * @param hours in which something may go out to her
 */
record Steps(VisitTold visit, List<StepRule> rules, SendingHours hours, Instant now) {

  /** The act can be undone until then. */
  static final Duration UNDO = Duration.ofSeconds(15);

  private static final Duration WITHIN_A_DAY = Duration.ofHours(24);
  private static final Duration TIME_TO_COME = Duration.ofHours(2);
  private static final Duration BEFORE_VIDEO = Duration.ofHours(2);

  /**
   * What happened.
   *
   * @param asked whether she asked for it herself, on the telephone
   * @param at when that was, however late it is looked at
   * @param before when the visit would have been, as far as she may know; empty for a new one
   */
  record Act(boolean asked, Instant at, Optional<Instant> before) {}

  /** What is told at once of an act, and all that is to be told before the visit. */
  List<Planned> after(Step step, Act act) {
    return rules.stream().flatMap(rule -> planned(rule, step, act).stream()).toList();
  }

  /** Reminders alone: nothing happened at this moment. */
  List<Planned> reminders() {
    return rules.stream()
        .filter(rule -> !rule.step().confirms())
        .flatMap(rule -> reminder(rule).stream())
        .toList();
  }

  /** Which reminders the clinic gives of this visit, also those whose hour is past. */
  Set<Step> told() {
    return rules.stream()
        .filter(rule -> due(rule).isPresent())
        .map(StepRule::step)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Planned> planned(StepRule rule, Step step, Act act) {
    if (rule.step().confirms()) {
      return rule.step() == step ? confirmation(step, act) : Optional.empty();
    }
    return step == Step.CANCELLED ? Optional.empty() : reminder(rule);
  }

  /** Of a visit that is over nothing is told. */
  private Optional<Planned> confirmation(Step step, Act act) {
    var useless = step == Step.CANCELLED ? visit.end() : visit.start().instant();
    if (!now.isBefore(useless)) {
      return Optional.empty();
    }
    var due = act.at().plus(UNDO);
    return Optional.of(new Planned(step, due, useless, urgency(step, act, due)));
  }

  /** What comes soon is urgent for longer than what she asked for. */
  private Entry.Urgency urgency(Step step, Act act, Instant due) {
    boolean changes = step != Step.BOOKED || act.before().isPresent();
    boolean soon = isSoon(visit.start().instant()) || act.before().filter(this::comes).isPresent();
    if (soon && (changes || act.asked() || isLate(due))) {
      return Entry.Urgency.SOON;
    }
    return act.asked() ? Entry.Urgency.ASKED : Entry.Urgency.USUAL;
  }

  /** Of a booking of which she does not know: her next hour would leave her no time to come. */
  private boolean isLate(Instant due) {
    var from = due.isBefore(now) ? now : due;
    return hours
        .next(from)
        .filter(next -> next.isBefore(visit.start().instant().minus(TIME_TO_COME)))
        .isEmpty();
  }

  private boolean isSoon(Instant start) {
    return start.isBefore(now.plus(WITHIN_A_DAY));
  }

  /** She would come to the time that the visit left. */
  private boolean comes(Instant before) {
    return before.isAfter(now) && isSoon(before);
  }

  private Optional<Planned> reminder(StepRule rule) {
    return due(rule)
        .filter(due -> due.isAfter(now))
        .map(due ->
            new Planned(
                rule.step(),
                due,
                rule.step() == Step.TWO_HOURS ? visit.end() : visit.start().instant(),
                Entry.Urgency.USUAL));
  }

  private Optional<Instant> due(StepRule rule) {
    return switch (rule.step()) {
      case BOOKED, MOVED, CANCELLED -> Optional.empty();
      case WEEK -> Optional.of(days(rule)).filter(due -> !visit.prepare().isBlank());
      case THREE_DAYS -> Optional.of(days(rule)).filter(due -> !visit.confirmed());
      case DAY -> Optional.of(days(rule));
      case TWO_HOURS ->
          hours
              .last(visit.start().instant().minus(BEFORE_VIDEO))
              .filter(due -> visit.how() == VisitTold.How.VIDEO);
    };
  }

  private Instant days(StepRule rule) {
    var zone = zone();
    var day = LocalDate.ofInstant(visit.start().instant(), zone);
    return day.minusDays(rule.days()).atTime(rule.at()).atZone(zone).toInstant();
  }

  /** Hers; the clinic's where nobody knows it. */
  private ZoneId zone() {
    return hours.zones().size() == 1 ? hours.zones().iterator().next() : visit.start().zone();
  }
}
