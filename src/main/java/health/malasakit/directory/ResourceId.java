package health.malasakit.directory;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a room or device at a site. */
public record ResourceId(UUID value) {

  public static ResourceId next() {
    return new ResourceId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static ResourceId of(String text) {
    return new ResourceId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
