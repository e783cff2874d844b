package health.malasakit.inquiries.messages.web;

import health.malasakit.ui.When;
import java.util.List;

/**
 * The messages of her clinics.
 *
 * @param topics what the page listens for
 * @param answers whether she may answer any: then those for her stand there even when there are
 *     none
 */
public record MessagesPage(String topics, boolean answers, List<Group> groups) {

  /** Messages at which the same is to be done; the code is a key of words. */
  public record Group(String code, List<Line> lines) {}

  /**
   * A message in a list.
   *
   * @param closed whether nothing is told of it now
   * @param about the patient's name, or the name as said; empty when about no patient
   * @param said whether the name is only what the caller said
   * @param danger whether danger words stand in it
   * @param due code: late, soon; empty while there is time, or the clinic has said something
   * @param who who read, answered or handed back; empty while nobody did
   */
  public record Line(
      String href,
      boolean closed,
      String kind,
      String about,
      boolean said,
      String clinic,
      String to,
      String state,
      String who,
      boolean danger,
      When wanted,
      String left,
      String due,
      String age) {

    /** The look of its line. */
    public String look() {
      return due.isEmpty() ? "" : " keep-soon";
    }

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }

  /** Whether nothing is there at all. */
  public boolean quiet() {
    return groups.stream().allMatch(group -> group.lines().isEmpty());
  }
}
