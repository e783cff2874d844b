package health.malasakit.patients;

import java.time.Instant;

/**
 * "Tell the clinic": what was corrected here, and what the clinic's next file still says. Both
 * stand until they agree.
 *
 * @param field for example {@code phone.home}
 */
public record Difference(String field, String ours, String theirs, String source, Instant seenAt) {

  /** {@code Home phone} for {@code phone.home}. */
  public String fieldWords() {
    return FactWords.field(field);
  }

  /** What stands here, in words; empty when nothing does. */
  public String oursWords() {
    return FactWords.value(field, ours);
  }

  /** What the file says, in words. */
  public String theirsWords() {
    return FactWords.value(field, theirs);
  }

  @Override
  public String toString() {
    return "Difference[" + field + "]";
  }
}
