package health.malasakit.desk.reminders;

import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;

/**
 * What is told of visits in her clinics.
 *
 * @param topics what the page listens for
 * @param clinics of which one alone can be shown
 * @param clinic slug of the one that is shown; empty for all
 * @param why codes of what keeps everything from going out: {@code texts}, {@code email}
 * @param acts whether she may see to them
 * @param open what a person has to see to, the first of them
 * @param waiting how many of these there are
 */
public record RemindersPage(
    String topics,
    List<Choice> clinics,
    String clinic,
    List<String> why,
    List<Held> held,
    boolean acts,
    List<Line> open,
    int waiting,
    List<Line> heldBack,
    List<Line> next,
    List<Line> lately) {

  /**
   * A clinic that a restore switched off.
   *
   * @param since from when on it is not known who said no
   * @param acts whether she may switch it on
   */
  public record Held(String slug, String clinic, When since, boolean acts) {}

  /** Where it is read anew. */
  public String address() {
    return clinic.isEmpty() ? "/reminders" : "/reminders?clinic=" + clinic;
  }

  /**
   * A line.
   *
   * @param closed whether nothing is told of it now
   * @param patient address of her own list
   * @param call address at which a call is asked for
   * @param step code of what is told
   * @param state code of how it stands
   * @param why what is wrong, and what to do; empty where nothing is
   * @param at when it goes, or since when it stands so
   * @param visit when the visit is
   * @param again whether it may be sent again
   * @param act address under which it is seen to
   */
  public record Line(
      boolean closed,
      String name,
      String patient,
      String call,
      String clinic,
      String step,
      String channel,
      String state,
      String why,
      When at,
      When visit,
      boolean again,
      boolean doubt,
      String act) {

    @Override
    public String toString() {
      return "Line[" + act + "]";
    }
  }
}
