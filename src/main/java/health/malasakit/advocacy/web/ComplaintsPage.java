package health.malasakit.advocacy.web;

import health.malasakit.ui.When;
import java.util.List;

/**
 * The complaints she may see in one state, and her receipts.
 *
 * @param reads whether she sees to complaints at all
 * @param state code of the state that is shown
 * @param more whether there are more than are shown
 */
public record ComplaintsPage(
    String topics,
    boolean reads,
    String state,
    List<Line> lines,
    boolean more,
    List<Receipt> mine) {

  /**
   * One of them, without a word of it.
   *
   * @param owner who took it; empty while nobody did
   * @param desk code of whose it is to see to
   * @param misplaced whether its patient is known to be another than who complained
   */
  public record Line(
      String href,
      String number,
      String kind,
      String clinic,
      When at,
      String age,
      String owner,
      String desk,
      boolean alarms,
      boolean misplaced) {}

  /** That she recorded one. */
  public record Receipt(String href, String number, String clinic, When at, boolean logged) {}
}
