package health.malasakit.inquiries.web;

import health.malasakit.ui.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code to a number on file, on the page of a call.
 *
 * @param why code of why none can be sent now; empty when one can
 * @param numbers to which one may go, by a mark and its last two digits
 * @param not numbers to which none goes, with why
 * @param left how many may still be sent in this call
 * @param sent the one sent last; null before the first
 */
public record CodePage(
    String patient,
    String why,
    List<Choice> numbers,
    List<String> not,
    int left,
    @Nullable Sent sent) {

  static final CodePage NONE = new CodePage("", "", List.of(), List.of(), 0, null);

  /**
   * The code that was sent last.
   *
   * @param state code of how it stands: handed_over, sending, in_doubt, no_mobile, stopped, busy,
   *     away, ours, failed, ended
   * @param ending last two digits of the number it went to
   * @param until when it ends, in words
   * @param left how many tries are left
   * @param tried whether an answer was not it
   * @param counts whether it can still be said
   */
  public record Sent(
      String state, String ending, String until, int left, boolean tried, boolean counts) {}

  /** Whether this is a place for codes at all. */
  public boolean shown() {
    return !patient.isEmpty();
  }

  /** Whether there is one number alone. */
  public boolean one() {
    return numbers.size() == 1;
  }
}
