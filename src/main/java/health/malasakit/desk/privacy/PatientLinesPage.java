package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import java.util.List;

/** A patient's own access list. */
public record PatientLinesPage(
    ClinicAt clinic, String patient, String name, String born, List<LinePage> lines, Part part) {

  /**
   * Which part of the list.
   *
   * @param next the query of what comes after, or empty
   * @param printed whether it is printed as it stands; else the whole list is asked for first
   */
  public record Part(String next, boolean printed, int size) {}

  @Override
  public String toString() {
    return "PatientLinesPage";
  }
}
