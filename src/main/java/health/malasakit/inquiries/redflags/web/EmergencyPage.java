package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * An emergency: the words to say, the way to help, what was done.
 *
 * @param about whom it is about
 * @param country from which she works, in words; empty when it is the US, where dialling helps
 * @param next the step that has focus
 * @param typed what a refused form held, by field
 */
public record EmergencyPage(
    At at,
    RedFlag flag,
    ScriptsPage.Mark mark,
    Emergency emergency,
    About about,
    String country,
    List<Line> lines,
    boolean clinicianReachable,
    List<RedFlag.Hotline> hotlines,
    List<Done> done,
    String next,
    Map<String, String> typed,
    Errors errors) {

  /** Where it is. */
  public record At(String href, String clinic, String slug, ZoneId zone) {}

  /**
   * About whom it is.
   *
   * @param another whether the reader speaks with another caller now
   * @param callers those on the reader's line whose it may be, while it is tied to no call
   * @param name empty while it is about nobody known, or closed to the reader
   * @param choices for whom the caller was proven, while somebody has to say it
   */
  public record About(boolean another, List<Choice> callers, String name, List<Choice> choices) {}

  /** To whom the call can be handed over. */
  public record Line(
      String id, String desk, String name, String number, boolean reachable, boolean chosen) {}

  /** One thing that was done. */
  public record Done(String what, String words, String by, When at) {}

  /** Whether anything can still be given. */
  public boolean open() {
    return emergency.closed().isEmpty();
  }

  /** What stands in a field: as typed when it was refused, else as it is known. */
  public String value(String field) {
    var given = emergency.given();
    return typed.getOrDefault(
        field,
        switch (field) {
          case "place" -> given.place();
          case "callback" -> given.callback();
          case "takenBy" -> given.takenBy();
          case "note" -> given.note();
          default -> "";
        });
  }

  /** Whether this one was said to dial. */
  public boolean dials(Emergency.Dialler who) {
    return emergency.given().dialler().filter(who::equals).isPresent();
  }
}
