package health.malasakit.scheduling.web;

import health.malasakit.ui.When;
import java.util.List;

/** Visits that stay booked though their time was closed, or though their patient has died. */
public record ToMovePage(List<Line> lines) {

  /**
   * One of them.
   *
   * @param act where somebody moves it or, when its patient has died, cancels it
   * @param what its kind and practitioner; empty when the patient's record is restricted
   */
  public record Line(
      String act, boolean patientDied, String who, String what, When when, boolean confidential) {

    /** One of a restricted record: when it is, and where it is opened. */
    static Line closed(String visit, String who, When when) {
      return new Line(visit, false, who, "", when, false);
    }

    /** Whether nothing may be told of it. */
    public boolean closed() {
      return what.isEmpty();
    }
  }
}
