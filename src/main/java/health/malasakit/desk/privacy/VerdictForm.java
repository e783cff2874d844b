package health.malasakit.desk.privacy;

import health.malasakit.access.records.BreakGlass;
import health.malasakit.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A review as it was sent: the opening, which of the two buttons, and the finding in words.
 *
 * @param id of the opening, from the address
 */
public record VerdictForm(String id, @Nullable String finding, @Nullable String found) {

  String typed() {
    return found == null ? "" : found;
  }

  /**
   * The verdict.
   *
   * @throws Refused invalid, code {@code finding.unknown}, when neither button was pressed
   */
  BreakGlass.Found read() {
    return new BreakGlass.Found(
        switch (finding == null ? "" : finding) {
          case "justified" -> BreakGlass.Finding.JUSTIFIED;
          case "not_justified" -> BreakGlass.Finding.NOT_JUSTIFIED;
          default -> throw Refused.invalid("finding.unknown").onField("found");
        },
        typed());
  }

  @Override
  public String toString() {
    return "VerdictForm[" + id + "]";
  }
}
