package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a mix-up of two persons. */
public record MixUpId(UUID value) {

  static MixUpId next() {
    return new MixUpId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static MixUpId of(String text) {
    return new MixUpId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
