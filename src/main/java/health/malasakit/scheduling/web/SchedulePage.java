package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * A session or a closure in one line.
   *
   * @param day the weekday of a session; empty for a closure
   * @param end where its end is sent
   */
  public record Line(String day, String what, String why, String end) {}

  /** Sessions under their weekdays. */
  public Map<String, List<Line>> week() {
    return sessions.stream()
        .collect(Collectors.groupingBy(Line::day, LinkedHashMap::new, Collectors.toList()));
  }

  /** The visits under a proposed closure. */
  public record Under(boolean asked, List<String> visits, List<String> ids) {

    static final Under NOT_ASKED = new Under(false, List.of(), List.of());
  }

  /** What was typed into a field, or nothing. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
