package health.malasakit.scheduling.book;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A weekly session of a practitioner at a site. */
public record SessionId(UUID value) {

  static SessionId next() {
    return new SessionId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static SessionId of(String text) {
    return new SessionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
