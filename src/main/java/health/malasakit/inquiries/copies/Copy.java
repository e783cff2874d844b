package health.malasakit.inquiries.copies;

import java.util.List;

/**
 * What was written up about one patient, or about nobody.
 *
 * @param whom her name; empty for nobody
 * @param words what it was about and how it ended
 * @param visits what was booked, moved and cancelled, a line each
 * @param text all of it, line by line
 */
public record Copy(String whom, String words, List<String> visits, String text) {

  @Override
  public String toString() {
    return "Copy";
  }
}
