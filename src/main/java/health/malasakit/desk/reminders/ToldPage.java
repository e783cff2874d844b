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
 * @param sends whether her clinic tells of visits now
 * @param coming what still goes out, the next first
 * @param told what went, or will not go, the latest first
 * @param beside what else she was sent, the newest first
 */
public record ToldPage(
    String topic,
    String slug,
    ZoneId zone,
    String name,
    String clinic,
    String base,
    boolean mayOpen,
    boolean sends,
    List<Told> coming,
    List<Told> told,
    List<Beside> beside) {

  /** Whether there is nothing at all. */
  public boolean empty() {
    return coming.isEmpty() && told.isEmpty() && beside.isEmpty();
  }

  /** One line and how it came to stand so. */
  public record Told(RemindersPage.Line line, String ending, List<StepLine> steps) {

    @Override
    public String toString() {
      return "Told";
    }
  }

  /**
   * A text beside what is told of visits: that it went, never what it said.
   *
   * @param kind code: code, reply by itself, or person
   * @param href of the text that it answers; empty where there is none for the reader
   */
  public record Beside(
      String kind, String href, String state, String ending, When at, List<StepLine> steps) {

    @Override
    public String toString() {
      return "Beside[" + kind + "]";
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
