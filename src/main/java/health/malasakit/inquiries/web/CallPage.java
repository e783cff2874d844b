package health.malasakit.inquiries.web;

import health.malasakit.inquiries.ContactAct;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call, its clinic, and what can be done with it.
 *
 * @param zone of the clinic, for the clocks
 * @param acts what other modules offer in it
 * @param switchTold code of why the switch does not know that she took it; empty when it does
 * @param mayGoOn whether it is over by her word alone
 * @param mayBeGone whether she may say that nobody is on the line
 * @param lead whether it was left, and who looks may go on with it
 * @param asks whether its owner may ask who is calling
 * @param askedBy who said that the patient asked for this hour; empty for a usual one
 * @param left what was left in it on the machine
 */
public record CallPage(
    String topic,
    CallsPage.Line line,
    ClinicWords clinic,
    ZoneId zone,
    boolean mine,
    boolean asks,
    String switchTold,
    boolean mayGoOn,
    boolean mayBeGone,
    boolean mayTake,
    boolean lead,
    List<NoticeLine> notices,
    List<Transfer> transfers,
    boolean clinicianReachable,
    List<Interpreter> interpreters,
    WrapUpPage wrapUp,
    List<ContactAct.Offer> acts,
    List<Left> left,
    String askedBy,
    List<CallsPage.Line> others) {

  /**
   * The clinic as its caller hears it.
   *
   * @param hours code of the sentence: open, closed, opens, unknown
   * @param then when it opens next, or closes; empty when unknown
   * @param zones its clock; none while nobody has said where it lies
   */
  public record ClinicWords(
      String name,
      String greeting,
      String neutral,
      String hours,
      String then,
      List<ZoneId> zones) {}

  public record NoticeLine(String words, String whose, When until) {}

  /** Somebody to whom the call can be handed over, and what to do when nobody answers. */
  public record Transfer(
      String desk,
      String name,
      String number,
      String account,
      boolean reachable,
      String fallback) {}

  /**
   * An interpreter in this call, or why there was none.
   *
   * @param badge her number at the vendor; empty when none
   * @param when from when to when, or since when
   * @param declined code of why nobody interpreted; empty when somebody did
   * @param open whether she is on the line
   */
  public record Interpreter(
      String language, String vendor, String badge, String when, String declined, boolean open) {}

  /** A voicemail that was left in it, and when. */
  public record Left(String href, String at) {}

  /** Whether the caller is on the line. */
  public boolean live() {
    return List.of("ringing", "unclaimed", "talking", "held").contains(line.state());
  }

  /** Where the emergency of this caller is, or begins. */
  public String emergency() {
    return "/red-flags?caller=" + line.href().substring(line.href().lastIndexOf('/') + 1);
  }

  /** How many callers of hers wait, when that is more than may. */
  public int crowd() {
    return CallsPage.crowd(Stream.concat(Stream.of(line), others.stream()).toList());
  }
}
