package health.malasakit.desk.reminders;

import java.util.List;

/** The words of a clinic in one language, each with what a patient would read. */
public record WordsPage(
    String slug, String clinic, String language, List<String> languages, List<Line> lines) {

  /**
   * The words of one step.
   *
   * @param words as they are saved, or as they were typed last
   * @param own whether those that are saved are the clinic's
   */
  public record Line(
      String step,
      String words,
      boolean own,
      Example example,
      String error,
      List<Version> versions) {

    /** Whether it is of what was typed last, and is where she goes on. */
    public boolean last() {
      return example.typed() || !error.isEmpty();
    }
  }

  /**
   * As a patient would read it.
   *
   * @param typed whether it is of what was typed last; else of what is saved
   */
  public record Example(boolean typed, String words) {}

  /** Words that it had; empty ones are ours. */
  public record Version(String words, String by, String at) {}
}
