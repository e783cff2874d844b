package health.malasakit.directory.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Set;

/**
 * A form with all its words and values, ready to be shown.
 *
 * @param action where it is sent
 * @param version what the person saw, sent back; 0 for something new
 * @param save word on the first button
 * @param differences what somebody else saved in between; empty when nobody did
 * @param acts further things to do with what the form is about
 */
public record FormPage(
    HeadPage head,
    String title,
    String under,
    String action,
    long version,
    String save,
    List<Field> fields,
    Errors errors,
    List<Difference> differences,
    List<Act> acts) {

  /** How a field is drawn. */
  public enum Kind {
    TEXT,
    SHORT,
    HOURS,
    AREA,
    SELECT,
    ONE,
    SEVERAL
  }

  /**
   * One thing asked for.
   *
   * @param values what stands in it: one, or several that are ticked
   * @param why the reason for asking, or how to type it; may be empty
   */
  public record Field(
      Kind kind, String name, String label, String why, List<Choice> choices, Set<String> values) {

    /** The only value, empty when there is none. */
    public String value() {
      return values.stream().findFirst().orElse("");
    }
  }

  /** A field in which what stands in the database is not what this person typed. */
  public record Difference(String label, String theirs, String yours) {}

  /** A button that does one thing; with a question when it cannot be undone. */
  public record Act(String label, String action, long version, boolean harm) {}

  public boolean stale() {
    return !differences.isEmpty();
  }

  FormPage withActs(Act... more) {
    return new FormPage(
        head, title, under, action, version, save, fields, errors, differences, List.of(more));
  }
}
