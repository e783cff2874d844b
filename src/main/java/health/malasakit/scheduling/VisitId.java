package health.malasakit.scheduling;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A visit of a patient. */
public record VisitId(UUID value) {

  static VisitId next() {
    return new VisitId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static VisitId of(String text) {
    return new VisitId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
