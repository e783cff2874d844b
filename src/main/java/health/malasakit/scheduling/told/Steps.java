package health.malasakit.scheduling.told;

import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Planned;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.StepRule;
import health.malasakit.messaging.ledger.VisitTold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which steps of a visit are still to be told, and when: reminders at a day and an hour on the
 * patient's wall. Those that are past are not made.
 *
 * @param zone hers; the clinic's where nobody knows it
 */
record Steps(VisitTold visit, List<StepRule> rules, ZoneId zone, Instant now) {

  /** The act can be undone until then. */
  static final Duration UNDO = Duration.ofSeconds(15);

  private static final Duration WITHIN_A_DAY = Duration.ofHours(24);
  private static final Duration BEFORE_VIDEO = Duration.ofHours(2);

  /**
   * What is told at once of an act, and all that is to be told before the visit.
   *
   * @param asked whether she asked for it herself, on the telephone
   */
  List<Planned> after(Step act, boolean asked) {
    return rules.stream().flatMap(rule -> planned(rule, act, asked).stream()).toList();
  }

  /** Reminders alone: nothing happened at this moment. */
  List<Planned> reminders() {
    return rules.stream()
        .filter(rule -> !rule.step().confirms())
        .flatMap(rule -> reminder(rule).stream())
        .toList();
  }

  private Optional<Planned> planned(StepRule rule, Step act, boolean asked) {
    if (rule.step().confirms()) {
      return rule.step() == act ? confirmation(act, asked) : Optional.empty();
    }
    return act == Step.CANCELLED ? Optional.empty() : reminder(rule);
  }

  /** Of a visit that is over nothing is told. */
  private Optional<Planned> confirmation(Step act, boolean asked) {
    var useless = act == Step.CANCELLED ? visit.end() : visit.start().instant();
    if (!now.isBefore(useless)) {
      return Optional.empty();
    }
    boolean soon = visit.start().instant().isBefore(now.plus(WITHIN_A_DAY));
    var unasked = soon ? Entry.Urgency.SOON : Entry.Urgency.USUAL;
    var urgency = asked ? Entry.Urgency.ASKED : unasked;
    return Optional.of(new Planned(act, now.plus(UNDO), useless, urgency));
  }

  private Optional<Planned> reminder(StepRule rule) {
    return due(rule)
        .filter(due -> due.isAfter(now))
        .map(due ->
            new Planned(
                rule.step(),
                due,
                rule.step() == Step.TWO_HOURS ? visit.end() : visit.start().instant(),
                rule.step() == Step.TWO_HOURS ? Entry.Urgency.SOON : Entry.Urgency.USUAL));
  }

  private Optional<Instant> due(StepRule rule) {
    return switch (rule.step()) {
      case BOOKED, MOVED, CANCELLED -> Optional.empty();
      case WEEK -> Optional.of(days(rule)).filter(due -> !visit.prepare().isBlank());
      case THREE_DAYS -> Optional.of(days(rule)).filter(due -> !visit.confirmed());
      case DAY -> Optional.of(days(rule));
      case TWO_HOURS ->
          Optional.of(visit.start().instant().minus(BEFORE_VIDEO))
              .filter(due -> visit.how() == VisitTold.How.VIDEO);
    };
  }

  private Instant days(StepRule rule) {
    var day = LocalDate.ofInstant(visit.start().instant(), zone);
    return day.minusDays(rule.days()).atTime(rule.at()).atZone(zone).toInstant();
  }
}
