package health.malasakit.inquiries.gate.web;

import health.malasakit.ui.When;
import java.util.List;

/** What too many answers closed where she leads, and why some are closed. */
public record ClosingsPage(String topics, List<Line> lines) {

  /**
   * Something that is closed.
   *
   * @param about code: number, name, birth_date, patient
   * @param what the number, or the patient's name; empty when it is not to be seen or not kept
   * @param href the call in which the last answer was said
   */
  public record Line(
      String id, String clinic, String about, String what, String href, When since, When until) {

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }
}
