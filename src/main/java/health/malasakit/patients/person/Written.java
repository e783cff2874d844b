package health.malasakit.patients.person;

import java.text.Normalizer;

/** Text as a person wrote it: composed, trimmed, without control characters; nothing else. */
public final class Written {

  private Written() {}

  /** One line. */
  public static String line(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
        .strip();
  }

  /** Several lines. */
  public static String lines(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}&&[^\n]]+", "")
        .strip();
  }
}
