package health.malasakit.scheduling.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;

/** A request that a machine wrote wrongly: answered with 400, the field and the rule. */
final class Malformed extends RuntimeException {

  private final int status;
  private final String field;

  /** The sentence stands in the bundle under the rule, its places filled with the facts. */
  Malformed(String field, String rule, Object... facts) {
    this(400, field, Sentences.of("scheduling.malformed." + rule, facts));
  }

  private Malformed(int status, String field, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.field = field;
  }

  static Malformed because(String field, Refused why) {
    return new Malformed(400, field, why.sentence());
  }

  static Malformed tooLarge() {
    return new Malformed(413, "", Sentences.of("scheduling.malformed.large"));
  }

  int status() {
    return status;
  }

  String field() {
    return field;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
