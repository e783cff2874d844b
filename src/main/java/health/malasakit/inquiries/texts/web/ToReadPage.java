package health.malasakit.inquiries.texts.web;

import health.malasakit.ui.When;
import java.util.List;

/**
 * The texts that wait for a person.
 *
 * @param topics what the page listens for
 * @param busy whether a caller is on the line: then no text is shown
 * @param more how many wait that it has no room for
 * @param done what people settled today, the latest first
 */
record ToReadPage(String topics, boolean busy, List<Group> groups, int more, List<Settled> done) {

  /** Texts at which the same is to be done; the code is a key of words. */
  record Group(String code, List<Line> lines) {}

  /**
   * A text in a list.
   *
   * @param hidden whether what it says is closed to her
   * @param danger title of the red flag whose words stand in it; empty for none
   * @param why code of why a person is needed; empty when none is
   * @param owner who sees to it, by name; empty for nobody
   * @param mine whether that is she
   */
  record Line(
      String href,
      boolean hidden,
      String number,
      String words,
      String danger,
      String why,
      String clinic,
      When came,
      String age,
      String owner,
      boolean mine) {

    /** The look of its line. */
    String look() {
      return danger.isEmpty() ? "" : " keep-late";
    }

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }

  /**
   * A text that a person settled.
   *
   * @param became code of what became of it
   * @param by who settled it, by name, and when
   */
  record Settled(Line line, String became, String by, String at, int version) {}

  /** Whether nothing waits. */
  boolean quiet() {
    return groups.stream().allMatch(group -> group.lines().isEmpty());
  }
}
