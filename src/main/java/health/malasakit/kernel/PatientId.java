package health.malasakit.kernel;

import java.util.UUID;

/** A patient of one organization; the same human at two clinics has two of these. */
public record PatientId(UUID value) {

  public static PatientId next() {
    return new PatientId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws Refused invalid, code {@code id.malformed}
   */
  public static PatientId of(String text) {
    return new PatientId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
