package health.malasakit.messaging.texts;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A line of the ledger of what went out. */
public record TextId(UUID value) {

  static TextId next() {
    return new TextId(Ids.next());
  }

  /**
   * Reads an id from an address.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static TextId of(String text) {
    return new TextId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
