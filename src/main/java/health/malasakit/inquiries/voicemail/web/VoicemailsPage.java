package health.malasakit.inquiries.voicemail.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;

/**
 * The voicemails of her clinics.
 *
 * @param topics what the page listens for
 * @param all how many there are; the list ends at 200
 * @param busy whether a caller is on the line: then nothing is played
 * @param adds clinics to which she may add one by hand
 */
public record VoicemailsPage(
    String topics, List<Line> lines, int all, boolean busy, List<Choice> adds) {

  /**
   * A voicemail in a list, and the missed call in which it was left: both are this line.
   *
   * @param number of the caller as it is read; empty when it was withheld
   * @param length in minutes and seconds; empty when the sound does not say
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
      String length,
      String heard,
      String due,
      boolean late,
      Missed missed,
      May may) {

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }

  /**
   * The missed call in which it was left.
   *
   * @param is whether there is one with which nobody has dealt
   * @param more language and queue, as far as they are known
   */
  public record Missed(boolean is, String more) {

    static final Missed NONE = new Missed(false, "");
  }

  /** What she may do with it at its clinic. */
  public record May(boolean settle, boolean call, boolean message) {}
}
