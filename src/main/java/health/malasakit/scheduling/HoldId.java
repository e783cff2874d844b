package health.malasakit.scheduling;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A time kept for a patient while it is booked. */
public record HoldId(UUID value) {

  static HoldId next() {
    return new HoldId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static HoldId of(String text) {
    return new HoldId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
