package health.malasakit.directory;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a person who sees patients at a clinic. */
public record PractitionerId(UUID value) {

  public static PractitionerId next() {
    return new PractitionerId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static PractitionerId of(String text) {
    return new PractitionerId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
