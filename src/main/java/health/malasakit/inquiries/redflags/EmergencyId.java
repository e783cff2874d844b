package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names an emergency. */
public record EmergencyId(UUID value) {

  static EmergencyId next() {
    return new EmergencyId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static EmergencyId of(String text) {
    return new EmergencyId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
