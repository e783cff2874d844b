package health.malasakit.access.json;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;

/** A request that a machine wrote wrongly: answered with 400, the field and the rule. */
public final class Malformed extends RuntimeException {

  private final int status;
  private final String field;

  /**
   * What is wrong with a field.
   *
   * @param rule key of the sentence in the bundles, its places filled with the facts
   */
  public Malformed(String field, String rule, Object... facts) {
    this(400, field, Sentences.of(rule, facts));
  }

  private Malformed(int status, String field, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.field = field;
  }

  /** The field is refused for a reason of ours. */
  public static Malformed because(String field, Refused why) {
    return new Malformed(400, field, why.sentence());
  }

  /** It could be read, and there is no room for it now. */
  public static Malformed noRoom(String field, Refused why) {
    return new Malformed(507, field, why.sentence());
  }

  static Malformed tooLarge() {
    return new Malformed(413, "", Sentences.of("access.malformed.large"));
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
