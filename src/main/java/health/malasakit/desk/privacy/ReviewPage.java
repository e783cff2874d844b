package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import health.malasakit.ui.Choice;
import java.util.List;

/**
 * Looks that need a question, and restricted records that were opened with a reason.
 *
 * @param read how many opened records were read for this
 * @param next where older ones begin, or empty
 */
public record ReviewPage(
    ClinicAt clinic,
    List<ClinicAt> clinics,
    List<Opening> openings,
    List<Concerned> concerns,
    List<Choice> people,
    int read,
    String next) {

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

  /** A restricted record opened with a reason, still to be reviewed. */
  public record Opening(
      String id,
      String who,
      String patient,
      String patientId,
      String reason,
      String at,
      String due) {

    @Override
    public String toString() {
      return "Opening[" + id + "]";
    }
  }
}
