package health.malasakit.desk.reminders;

import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;

/**
 * What one patient was told, with the proof.
 *
 * @param topic what the page listens for
 * @param base address of her page
 * @param mayOpen whether she may see to closed numbers
 */
public record ToldPage(
    String topic,
    String slug,
    ZoneId zone,
    String name,
    String clinic,
    String base,
    boolean mayOpen,
    List<Told> told) {

  /** One line and how it came to stand so. */
  public record Told(RemindersPage.Line line, String ending, List<StepLine> steps) {

    @Override
    public String toString() {
      return "Told";
    }
  }

  /**
   * One state.
   *
   * @param by who did it; empty for the program and the carrier
   * @param proof as the gateway names it
   */
  public record StepLine(String state, String why, When at, String by, String proof) {}

  @Override
  public String toString() {
    return "ToldPage[" + base + "]";
  }
}
