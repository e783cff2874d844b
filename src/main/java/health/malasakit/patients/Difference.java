package health.malasakit.patients;

import java.time.Instant;

/**
 * "Tell the clinic": what was corrected here, and what the clinic's next file still says. Both
 * stand until they agree.
 *
 * @param field for example {@code phone.home}
 */
public record Difference(String field, String ours, String theirs, String source, Instant seenAt) {

  @Override
  public String toString() {
    return "Difference[" + field + "]";
  }
}
