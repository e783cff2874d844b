package health.malasakit.scheduling.web;

/** A request that a machine wrote wrongly: answered with 400, the field and the rule. */
final class Malformed extends RuntimeException {

  private final int status;
  private final String field;

  Malformed(String field, String sentence) {
    this(400, field, sentence);
  }

  private Malformed(int status, String field, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.field = field;
  }

  static Malformed tooLarge() {
    return new Malformed(413, "", "A request of this kind has at most 64 KB.");
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
