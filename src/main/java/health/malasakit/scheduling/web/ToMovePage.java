package health.malasakit.scheduling.web;

import health.malasakit.ui.When;
import java.util.List;

/** Visits that stay booked though their time was closed, or though their patient has died. */
public record ToMovePage(List<Line> lines) {

  /**
   * One of them.
   *
   * @param act where somebody moves it or, when its patient has died, cancels it
   */
  public record Line(
      String act, boolean patientDied, String who, String what, When when, boolean confidential) {}
}
