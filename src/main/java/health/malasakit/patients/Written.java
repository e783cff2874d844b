package health.malasakit.patients;

import java.text.Normalizer;

/** Text as a person wrote it: composed, trimmed, without control characters; nothing else. */
final class Written {

  private Written() {}

  /** One line. */
  static String line(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
        .strip();
  }

  /** Several lines. */
  static String lines(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}&&[^\n]]+", "")
        .strip();
  }
}
