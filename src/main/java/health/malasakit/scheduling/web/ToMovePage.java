package health.malasakit.scheduling.web;

import health.malasakit.ui.When;
import java.util.List;

/** Visits that stay booked though their time was closed. */
public record ToMovePage(List<Line> lines) {

  /** One of them. */
  public record Line(String href, String move, String who, String what, When when) {}
}
