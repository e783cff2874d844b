package health.malasakit.inquiries.web;

import java.util.List;

/**
 * The telephone systems of a clinic.
 *
 * @param others those of her other clinics, which may ring here too
 * @param lost voicemails that were given up because nobody learned whose they were
 * @param name what was typed, or the system whose token is shown
 * @param token a token that is shown this once; empty when none
 */
public record TelephonesPage(
    String clinic,
    String path,
    boolean mayConnect,
    List<Line> here,
    List<Line> others,
    List<Lost> lost,
    String name,
    String token) {

  /**
   * A telephone system, and since when it is connected.
   *
   * @param webhook where it is told who took a call; empty when it decides itself
   * @param outgoing the word that we show it then
   * @param rules whether its token and address are hers to change
   */
  public record Line(
      String id, String name, String since, String webhook, String outgoing, boolean rules) {

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** A voicemail that was given up: of which system, when it came and when that was, in words. */
  public record Lost(String system, String came, String givenUp) {}

  /** The token opens the door to calls: it is printed nowhere. */
  @Override
  public String toString() {
    return "TelephonesPage";
  }
}
