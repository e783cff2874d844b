package health.malasakit.inquiries.voicemail.web;

import health.malasakit.inquiries.gate.Candidates;
import java.time.ZoneId;
import java.util.List;

/**
 * One voicemail.
 *
 * @param busy whether a caller is on the line: then it is not played
 * @param call address of its call; empty for none
 * @param added who added it by hand, by name; empty when the telephone sent it
 * @param became code of what became of it; empty while nothing did
 * @param by who settled it, by name, and when
 */
public record VoicemailPage(
    VoicemailsPage.Line line,
    String slug,
    ZoneId zone,
    boolean busy,
    List<Candidates.Candidate> candidates,
    String call,
    String added,
    String heardAt,
    String became,
    String by) {

  @Override
  public String toString() {
    return "VoicemailPage[" + line + "]";
  }
}
