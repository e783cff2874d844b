package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import java.util.List;

/** A patient's own access list; next is the query of the next page, or empty. */
public record PatientLinesPage(
    ClinicAt clinic, String patient, String name, String born, List<LinePage> lines, String next) {

  @Override
  public String toString() {
    return "PatientLinesPage";
  }
}
