package health.malasakit.kernel;

import java.util.UUID;

/** A clinic or practice that is a client: the border that row-level security draws. */
public record OrganizationId(UUID value) {

  public static OrganizationId next() {
    return new OrganizationId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws Refused invalid, code {@code id.malformed}
   */
  public static OrganizationId of(String text) {
    return new OrganizationId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
