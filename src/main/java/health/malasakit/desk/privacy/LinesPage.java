package health.malasakit.desk.privacy;

import health.malasakit.desk.ClinicAt;
import java.util.List;

/** Lines of a person or a day; next is the query of the next page, or empty. */
public record LinesPage(ClinicAt clinic, List<LinePage> lines, String next) {}
