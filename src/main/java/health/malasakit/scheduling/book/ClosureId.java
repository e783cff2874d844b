package health.malasakit.scheduling.book;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Time in which a site or a practitioner gives no visits. */
public record ClosureId(UUID value) {

  static ClosureId next() {
    return new ClosureId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static ClosureId of(String text) {
    return new ClosureId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
