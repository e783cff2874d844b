package health.malasakit.inquiries.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;

/**
 * A call, its clinic, and what can be done with it.
 *
 * @param zone of the clinic, for the clocks
 * @param wrapUp what was typed so far, or what was written
 * @param readBack to say aloud before the call ends; empty for nothing
 */
public record CallPage(
    String topic,
    CallsPage.Line line,
    ClinicWords clinic,
    ZoneId zone,
    boolean mine,
    boolean mayTake,
    boolean lead,
    List<NoticeLine> notices,
    List<Transfer> transfers,
    boolean clinicianReachable,
    Written wrapUp,
    String readBack,
    List<Choice> reasons,
    List<Choice> outcomes,
    List<CallsPage.Line> others) {

  /**
   * The clinic as its caller hears it.
   *
   * @param hours code of the sentence: open, closed, opens, unknown
   * @param then when it opens next, or closes; empty when unknown
   */
  public record ClinicWords(
      String name, String greeting, String neutral, String hours, String then) {}

  public record NoticeLine(String words, String whose, When until) {}

  /** Somebody to whom the call can be handed over, and what to do when nobody answers. */
  public record Transfer(
      String desk,
      String name,
      String number,
      String account,
      boolean reachable,
      String fallback) {}

  /** The wrap-up as it stands; who wrote it and when are empty until it is saved. */
  public record Written(String reason, String outcome, String note, String by, String at) {
    static final Written NOTHING = new Written("", "", "", "", "");
  }

  /** Whether the caller is on the line. */
  public boolean live() {
    return List.of("ringing", "unclaimed", "talking", "held").contains(line.state());
  }
}
