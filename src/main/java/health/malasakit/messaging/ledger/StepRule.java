package health.malasakit.messaging.ledger;

import health.malasakit.kernel.Refused;
import java.time.LocalTime;
import java.util.List;

/**
 * Whether and when a step is told.
 *
 * @param days before the visit, on the patient's calendar; 0 for steps that follow an act at once,
 *     and for {@link Step#TWO_HOURS}, which counts hours
 * @param at the hour on her wall; midnight where {@code days} is 0
 */
public record StepRule(Step step, boolean on, int days, LocalTime at) {

  /** How long before a visit at most. */
  public static final int DAYS_MAX = 30;

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** Of a clinic that has said nothing. */
  public static final List<StepRule> USUAL =
      List.of(
          new StepRule(Step.BOOKED, true, 0, LocalTime.MIDNIGHT),
          new StepRule(Step.MOVED, true, 0, LocalTime.MIDNIGHT),
          new StepRule(Step.CANCELLED, true, 0, LocalTime.MIDNIGHT),
          new StepRule(Step.WEEK, true, 7, MORNING),
          new StepRule(Step.THREE_DAYS, true, 3, MORNING),
          new StepRule(Step.DAY, true, 1, MORNING),
          new StepRule(Step.TWO_HOURS, true, 0, LocalTime.MIDNIGHT));

  /** Refuses what no clinic means. */
  public StepRule {
    boolean counted = step == Step.WEEK || step == Step.THREE_DAYS || step == Step.DAY;
    if (counted ? days < 1 || days > DAYS_MAX : days != 0) {
      throw Refused.invalid("step_rule.days", DAYS_MAX).onField(step.code() + ".days");
    }
    if (counted && !Window.OUTER.covers(at)) {
      throw Refused.invalid("step_rule.at").onField(step.code() + ".at");
    }
  }
}
