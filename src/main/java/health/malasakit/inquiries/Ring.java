package health.malasakit.inquiries;

import health.malasakit.kernel.Phone;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as a telephone system tells of it for the first time.
 *
 * @param outsideId its own id, by which all events name it
 * @param from the caller's number; empty when it was withheld
 * @param to the number that was dialled, which decides the clinic
 * @param language BCP 47, empty when it did not ask
 */
public record Ring(
    String outsideId,
    Optional<Phone> from,
    Phone to,
    String queue,
    String language,
    Instant startedAt) {

  @Override
  public String toString() {
    return "Ring";
  }
}
