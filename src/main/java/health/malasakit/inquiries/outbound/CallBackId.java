package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names what we call somebody about. */
public record CallBackId(UUID value) {

  static CallBackId next() {
    return new CallBackId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static CallBackId of(String text) {
    return new CallBackId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
