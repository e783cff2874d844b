package health.malasakit.interop.fhir;

import health.malasakit.kernel.Sentences;

/**
 * Something in a file that was not taken. It tells the place and the rule, never the value.
 *
 * @param file its name, below the folder that was named
 * @param index which resource of the file, from 0: the entry of a bundle, the line of an NDJSON
 *     file; where the reading stopped when the file itself is broken
 * @param path the element, for example {@code Patient.birthDate}; {@code $} for the file itself
 * @param rule a code and a sentence
 */
public record Refusal(String file, int index, String path, String rule) {

  /**
   * A rule as it is reported: its code for programs and its sentence for people. A code that is
   * said in several ways names the way after a slash: {@code person.name/long}.
   */
  static String said(String wording, Object... facts) {
    return wording.replaceFirst("/.*", "") + ": " + Sentences.of("interop.rule." + wording, facts);
  }
}
