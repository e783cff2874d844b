package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import health.malasakit.ui.Choice;
import java.util.List;

/**
 * Looks that need a question, and restricted records that were opened with a reason.
 *
 * @param waiting how many openings wait for review, those beyond the list included
 * @param unknown the names of people whose own records cannot be recognized
 * @param reviewed the latest reviews
 * @param read how many opened records were read for this
 * @param next where older ones begin, or empty
 */
public record ReviewPage(
    ClinicAt clinic,
    List<ClinicAt> clinics,
    List<Opening> openings,
    int waiting,
    List<String> unknown,
    List<Reviewed> reviewed,
    List<Concerned> concerns,
    List<Choice> people,
    int read,
    String next) {

  /** The same page after a review that was not taken: what was typed, and what is wrong with it. */
  ReviewPage again(String opening, Typed typed) {
    var all =
        openings.stream().map(one -> one.id().equals(opening) ? one.with(typed) : one).toList();
    return new ReviewPage(
        clinic, clinics, all, waiting, unknown, reviewed, concerns, people, read, next);
  }

  /** A finding as typed, and why it was not taken; both may be empty. */
  public record Typed(String found, String error) {

    static final Typed NOTHING = new Typed("", "");

    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** The concerns that found something. */
  public List<Concerned> found() {
    return concerns.stream().filter(concern -> !concern.lines().isEmpty()).toList();
  }

  /** The concerns that were looked for and found nothing. */
  public List<Concerned> clear() {
    return concerns.stream().filter(concern -> concern.lines().isEmpty()).toList();
  }

  /** The looks of one concern. */
  public record Concerned(String code, List<LinePage> lines) {}

  /** Whether more wait than are shown. */
  public boolean more() {
    return waiting > openings.size();
  }

  /** How many of those shown are overdue. */
  public long overdue() {
    return openings.stream().filter(Opening::overdue).count();
  }

  /** A review as it was written; the finding is a key of words. */
  public record Reviewed(
      String who,
      String patient,
      String reason,
      String at,
      String by,
      String reviewed,
      String finding,
      String found) {

    @Override
    public String toString() {
      return "Reviewed[" + at + "]";
    }
  }

  /**
   * A restricted record opened with a reason, still to be reviewed.
   *
   * @param mine whether the reader opened it herself, so that another person reviews it
   * @param typed her finding, when it was not taken
   */
  public record Opening(
      String id,
      String who,
      String patient,
      String patientId,
      String reason,
      String at,
      String due,
      boolean overdue,
      boolean mine,
      Typed typed) {

    Opening with(Typed next) {
      return new Opening(id, who, patient, patientId, reason, at, due, overdue, mine, next);
    }

    @Override
    public String toString() {
      return "Opening[" + id + "]";
    }
  }
}
