package health.malasakit.directory;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a kind of visit that can be booked. */
public record VisitTypeId(UUID value) {

  public static VisitTypeId next() {
    return new VisitTypeId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static VisitTypeId of(String text) {
    return new VisitTypeId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
