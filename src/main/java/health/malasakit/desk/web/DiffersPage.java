package health.malasakit.desk.web;

import health.malasakit.ui.Part;
import java.util.List;

/** What a clinic should be told, patient by patient, those that wait longest first. */
public record DiffersPage(String clinicSlug, String clinicName, List<Line> lines, Part part) {

  /**
   * A patient of whom something differs.
   *
   * @param name empty for a restricted record, of which no field is told either
   * @param since on the clinic's clock
   */
  public record Line(String name, String href, String fields, String since) {

    /** Whether her record opens only with a reason. */
    public boolean closed() {
      return name.isEmpty();
    }

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }
}
