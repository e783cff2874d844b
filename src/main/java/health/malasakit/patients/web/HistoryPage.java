package health.malasakit.patients.web;

import health.malasakit.kernel.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What was changed about a patient, newest first. */
public record HistoryPage(String name, String href, List<EditPage.Change> changes, ZoneId zone) {

  /** On the clinic's wall. */
  public String at(Instant moment) {
    return Moments.dated(moment, zone);
  }
}
