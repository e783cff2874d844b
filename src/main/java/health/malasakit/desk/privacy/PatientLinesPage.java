package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import java.util.List;

/**
 * A patient's own access list.
 *
 * @param minors whether a parent may read it, so that it tells of no confidential visit
 */
public record PatientLinesPage(
    ClinicAt clinic,
    String patient,
    String name,
    String born,
    boolean minors,
    List<Shown> lines,
    Part part) {

  /** A line, and whether it may be printed. */
  public record Shown(LinePage line, boolean leaves) {}

  /**
   * Which part of the list.
   *
   * @param next the query of what comes after, or empty
   * @param printed whether it is printed as it stands; else the whole list is asked for first
   * @param later whether it goes on from newer lines that stand on an earlier part
   */
  public record Part(String next, boolean printed, boolean later, int size) {}

  @Override
  public String toString() {
    return "PatientLinesPage";
  }
}
