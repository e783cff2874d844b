package health.malasakit.inquiries.voicemail.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;

/**
 * The voicemails of her clinics.
 *
 * @param topics what the page listens for
 * @param adds clinics to which she may add one by hand
 */
public record VoicemailsPage(String topics, List<Line> lines, List<Choice> adds) {

  /**
   * A voicemail in a list.
   *
   * @param number of the caller as it is read; empty when it was withheld
   * @param heard who heard it first, by name; empty while nobody did
   * @param due when it has to be heard; words, in the clinic's zone
   * @param late whether it is unheard after that
   */
  public record Line(
      String href,
      String clinic,
      String number,
      When came,
      String age,
      String heard,
      String due,
      boolean late) {

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }
}
