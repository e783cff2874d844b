package health.malasakit.messaging;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a clinic said about those who wanted no messages from whoever sent for it before.
 *
 * @param numbers and e-mail addresses of the list it took over; 0 where it said that there is none
 * @param by who said so, by name; empty for a list
 * @param on the clinic's day
 * @param words to what exactly; empty for a list
 */
public record PriorOptOut(int numbers, String by, LocalDate on, String words, Instant at) {

  @Override
  public String toString() {
    return "PriorOptOut[" + numbers + "]";
  }
}
