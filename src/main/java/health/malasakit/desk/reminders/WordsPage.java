package health.malasakit.desk.reminders;

import java.util.List;

/** The words of a clinic in one language, each with what a patient would read. */
public record WordsPage(
    String slug, String clinic, String language, List<String> languages, List<Line> lines) {

  /**
   * The words of one step.
   *
   * @param own whether they are the clinic's
   * @param example as a patient would read what is saved
   */
  public record Line(
      String step,
      String words,
      boolean own,
      String example,
      String error,
      List<Version> versions) {}

  /** Words that it had; empty ones are ours. */
  public record Version(String words, String by, String at) {}

  /** What was typed last and could not be saved. */
  record Typed(String step, String words, String error) {
    static final Typed NOTHING = new Typed("", "", "");
  }
}
