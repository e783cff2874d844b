package health.malasakit.interop.fhir;

/** A resource breaks a rule and is not taken. */
final class NotTaken extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String path;

  /**
   * A resource that is not taken.
   *
   * @param path the element, for example {@code Encounter.period.start}
   * @param rule a code and a sentence, without the value
   */
  NotTaken(String path, String rule) {
    super(rule, null, false, false);
    this.path = path;
  }

  String path() {
    return path;
  }

  String rule() {
    return String.valueOf(getMessage());
  }
}
