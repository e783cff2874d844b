package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;

/**
 * The kinds of visit that one patient of a clinic may have at the same time.
 *
 * @param site through which the clinic's schedule is set up
 * @param mayChange whether she may add and remove
 */
public record OverlapPage(
    String site, boolean mayChange, List<Line> lines, List<Choice> kinds, Errors errors) {

  /** A pair; its ids are sent to remove it. */
  public record Line(String words, String one, String other) {}
}
