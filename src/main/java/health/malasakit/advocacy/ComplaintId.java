package health.malasakit.advocacy;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a complaint. */
public record ComplaintId(UUID value) {

  static ComplaintId next() {
    return new ComplaintId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static ComplaintId of(String text) {
    return new ComplaintId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
