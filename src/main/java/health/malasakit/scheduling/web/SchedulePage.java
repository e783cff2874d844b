package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Map;

/**
 * Sessions and closures of one site.
 *
 * @param mayChange whether she may add and end
 * @param typed what was typed, when something has to be asked again
 * @param under what lies under the closure that she proposes
 */
public record SchedulePage(
    String site,
    String name,
    String zone,
    boolean mayChange,
    List<Choice> otherSites,
    List<Line> sessions,
    List<Line> closures,
    List<Choice> weekdays,
    List<Choice> practitioners,
    List<Choice> types,
    Map<String, String> typed,
    Errors errors,
    Under under) {

  /** A session or a closure in one line; {@code end} is where its end is sent. */
  public record Line(String what, String why, String end) {}

  /** The visits under a proposed closure. */
  public record Under(boolean asked, List<String> visits, List<String> ids) {

    static final Under NOT_ASKED = new Under(false, List.of(), List.of());
  }

  /** What was typed into a field, or nothing. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
