package health.malasakit.messaging.ledger;

import health.malasakit.kernel.Refused;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When a clinic tells what.
 *
 * @param weekdays Monday to Saturday
 * @param steps of every site that says nothing of its own
 * @param sites of those that do
 */
public record Rule(
    Window weekdays, Window sunday, List<StepRule> steps, Map<UUID, List<StepRule>> sites) {

  /** Of a clinic that has said nothing: our own policy, narrower than any rule asks. */
  public static final Rule USUAL =
      new Rule(
          new Window(LocalTime.of(9, 0), LocalTime.of(20, 0)),
          new Window(LocalTime.of(12, 0), LocalTime.of(18, 0)),
          StepRule.USUAL,
          Map.of());

  /** Refuses hours beyond the outer bound. */
  public Rule {
    if (!weekdays.within(Window.OUTER)) {
      throw Refused.invalid("sending_hours.outer").onField("weekdays");
    }
    if (!sunday.within(Window.OUTER)) {
      throw Refused.invalid("sending_hours.outer").onField("sunday");
    }
    steps = List.copyOf(steps);
    sites = Map.copyOf(sites);
  }

  /** The clinic's hours of a day of the week. */
  Window on(DayOfWeek day) {
    return day == DayOfWeek.SUNDAY ? sunday : weekdays;
  }

  /** The steps of a site that are told. */
  public List<StepRule> stepsOf(UUID site) {
    return saidFor(site).stream().filter(StepRule::on).toList();
  }

  /** What is said for a site of every step, told or not: its own, or the clinic's. */
  public List<StepRule> saidFor(UUID site) {
    return sites.getOrDefault(site, steps);
  }

  /** The same with steps of its own for a site. */
  public Rule with(UUID site, List<StepRule> own) {
    Map<UUID, List<StepRule>> next = new HashMap<>(sites);
    next.put(site, own);
    return new Rule(weekdays, sunday, steps, next);
  }

  /** The same with the clinic's steps for a site. */
  public Rule without(UUID site) {
    Map<UUID, List<StepRule>> next = new HashMap<>(sites);
    next.remove(site);
    return new Rule(weekdays, sunday, steps, next);
  }

  /** The same with other hours. */
  public Rule hours(Window weekly, Window sundays) {
    return new Rule(weekly, sundays, steps, sites);
  }
}
