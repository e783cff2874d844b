package health.malasakit.messaging;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a clinic said about the numbers and addresses of its files.
 *
 * @param by by name
 * @param on the clinic's day
 * @param words to what exactly
 * @param counts false where it was taken back
 */
public record Attestation(String by, LocalDate on, String words, boolean counts, Instant at) {

  @Override
  public String toString() {
    return "Attestation[" + counts + "]";
  }
}
