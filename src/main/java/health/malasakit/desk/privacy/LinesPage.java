package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import java.util.List;

/**
 * Lines of a person or a day.
 *
 * @param next the query of the next page, or empty
 * @param csv address of all of them as a file
 */
public record LinesPage(ClinicAt clinic, List<LinePage> lines, String next, String csv) {}
