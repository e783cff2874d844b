package health.malasakit.directory;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a place where a clinic sees patients. */
public record SiteId(UUID value) {

  public static SiteId next() {
    return new SiteId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static SiteId of(String text) {
    return new SiteId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
