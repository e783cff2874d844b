package health.malasakit.inquiries;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A telephone system. */
public record TelephoneId(UUID value) {

  static TelephoneId next() {
    return new TelephoneId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static TelephoneId of(String text) {
    return new TelephoneId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
