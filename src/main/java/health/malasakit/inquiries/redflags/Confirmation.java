package health.malasakit.inquiries.redflags;

import java.time.Instant;

/**
 * A clinician of the clinic stands by the words of a sign.
 *
 * @param flag code of the sign
 * @param textHash which text she read
 * @param name her name as it was then
 */
public record Confirmation(String flag, String textHash, String name, Instant at) {

  /** Whether it is about the text as it is now. */
  public boolean stands(RedFlag now) {
    return textHash.equals(now.textHash());
  }
}
