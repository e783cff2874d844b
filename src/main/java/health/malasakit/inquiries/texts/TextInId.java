package health.malasakit.inquiries.texts;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A text that came in. */
public record TextInId(UUID value) {

  static TextInId next() {
    return new TextInId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static TextInId of(String text) {
    return new TextInId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
