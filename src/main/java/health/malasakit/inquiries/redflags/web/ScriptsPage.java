package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.redflags.RedFlag;
import java.util.List;

/**
 * The scripts of a clinic, and who has confirmed them.
 *
 * @param href address of the clinic
 * @param mayConfirm whether she is a clinician here
 * @param waiting how many nobody has confirmed as they read now
 */
public record ScriptsPage(
    String clinic, String href, boolean mayConfirm, int waiting, List<Script> scripts) {

  /** One script with its mark. */
  public record Script(RedFlag flag, Mark mark) {}

  /**
   * Whether a clinician of the clinic has confirmed a script.
   *
   * @param state code: none, outdated, confirmed
   * @param name who confirmed it, or an earlier text; else empty
   * @param day on the clinic's wall; else empty
   */
  public record Mark(String state, String name, String day) {

    public boolean confirmed() {
      return state.equals("confirmed");
    }
  }
}
