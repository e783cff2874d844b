package health.malasakit.inquiries.web;

import health.malasakit.ui.When;
import java.util.List;

/**
 * What she wrote up today, newest first.
 *
 * @param more address of what comes after; empty at the end
 */
public record WrittenPage(List<Line> lines, String more) {

  /**
   * A call that is written up.
   *
   * @param who the patient's name; empty when it was about nobody on file
   * @param closed whether nothing of it is told now
   */
  public record Line(
      String href,
      boolean closed,
      String who,
      String reason,
      String outcome,
      String clinic,
      When when) {

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }
}
