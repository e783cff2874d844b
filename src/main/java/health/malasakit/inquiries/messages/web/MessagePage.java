package health.malasakit.inquiries.messages.web;

import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;

/**
 * One message with everything that can be done about it.
 *
 * @param patient address of the patient's page; empty when about none
 * @param said what is asked for and how the caller is reached
 * @param copied the whole as plain text
 * @param roles to whom it can be passed
 * @param doing the act whose form is shown again with what was typed
 */
public record MessagePage(
    MessagesPage.Line line,
    String topic,
    String slug,
    ZoneId zone,
    String patient,
    Said said,
    Settled settled,
    List<RedFlag> flags,
    List<Step> history,
    String copied,
    List<Choice> roles,
    Can can,
    int version,
    Doing doing) {

  /** Where it is moved to the right person; empty when it is about nobody on file. */
  public String moves() {
    var parts = line.href().split("/", -1);
    return patient.isEmpty()
        ? ""
        : "/mixups/new?what=message&clinic=" + parts[2] + "&id=" + parts[3];
  }

  /** The caller's own words, and the way back to her. */
  public record Said(
      String words,
      String number,
      String bestHour,
      String mayLeave,
      String pharmacy,
      String by,
      When at,
      String call) {

    @Override
    public String toString() {
      return "Said";
    }
  }

  /** What the clinic said; the words are empty while it said nothing. */
  public record Settled(String words, String by, String at) {
    static final Settled NOTHING = new Settled("", "", "");

    @Override
    public String toString() {
      return "Settled";
    }
  }

  /** A change: what, to whom, by whom, when, with which words. */
  public record Step(String what, String to, String by, String at, String words) {

    @Override
    public String toString() {
      return "Step[" + what + "]";
    }
  }

  /** What she may do now. */
  public record Can(boolean answer, boolean handBack, boolean pass, boolean tell, boolean flag) {}

  /** An act that was tried: its name, what was typed, what is wrong, who was faster. */
  public record Doing(String act, String typed, Errors errors, String overtaken) {
    static final Doing NOTHING = new Doing("", "", Errors.NONE, "");

    /** What was typed for this act. */
    public String typed(String which) {
      return act.equals(which) ? typed : "";
    }

    /** What is wrong with what was typed for this act. */
    public String wrong(String which) {
      return act.equals(which) ? errors.of("words") : "";
    }

    @Override
    public String toString() {
      return "Doing[" + act + "]";
    }
  }

  @Override
  public String toString() {
    return "MessagePage[" + line + "]";
  }
}
