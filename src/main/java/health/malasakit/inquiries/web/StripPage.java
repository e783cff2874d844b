package health.malasakit.inquiries.web;

/**
 * What floats over every page.
 *
 * @param opens address of a call that the telephone gave her and she has not seen; empty when none
 * @param current address of the call she is on; empty when none
 * @param clinic of that call
 * @param ringing how many calls wait, while she is free to take one
 * @param silent how many more of which the telephone has said nothing for a while
 * @param next address of the one that waits longest
 * @param nextClinic its clinic
 * @param lost the extension at which somebody else sat down; empty for none
 * @param lostTo who that is
 */
public record StripPage(
    String topics,
    String opens,
    String current,
    String clinic,
    int ringing,
    int silent,
    String next,
    String nextClinic,
    String lost,
    String lostTo) {

  /** Whether anything is to be shown. */
  public boolean any() {
    return !current.isEmpty() || ringing + silent > 0 || !lost.isEmpty();
  }
}
