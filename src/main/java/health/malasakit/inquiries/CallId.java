package health.malasakit.inquiries;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A telephone call at a clinic. */
public record CallId(UUID value) {

  static CallId next() {
    return new CallId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static CallId of(String text) {
    return new CallId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
