package health.malasakit.kernel;

import java.util.UUID;

/** A person who signs in, or a job that acts in her place. */
public record AccountId(UUID value) {

  public static AccountId next() {
    return new AccountId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws Refused invalid, code {@code id.malformed}
   */
  public static AccountId of(String text) {
    return new AccountId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
