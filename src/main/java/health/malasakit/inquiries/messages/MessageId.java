package health.malasakit.inquiries.messages;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A message of a caller for the clinic. */
public record MessageId(UUID value) {

  static MessageId next() {
    return new MessageId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static MessageId of(String text) {
    return new MessageId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
