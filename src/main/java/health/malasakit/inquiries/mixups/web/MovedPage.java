package health.malasakit.inquiries.mixups.web;

import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;

/**
 * Something that was moved.
 *
 * @param what the thing in words
 * @param parts what went with it
 * @param right name of the right person; empty when her record is closed now
 * @param page address of her page
 * @param waits whether the privacy officer still has to look
 * @param undone whether it was moved back
 * @param mayUndo whether it can be moved back at once
 */
public record MovedPage(
    String href,
    String clinic,
    ZoneId zone,
    String what,
    List<String> parts,
    String right,
    String page,
    When at,
    boolean waits,
    boolean undone,
    boolean mayUndo) {

  @Override
  public String toString() {
    return "MovedPage";
  }
}
