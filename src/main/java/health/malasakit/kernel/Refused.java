package health.malasakit.kernel;

import java.util.Optional;

/**
 * A foreseen "no", said in a sentence fit for the person at the screen. It carries no stack trace:
 * nothing is broken. The sentence holds no name, number or note of a patient.
 */
public final class Refused extends RuntimeException {

  /** What sort of "no" it is, with the HTTP status that says the same. */
  public enum Kind {
    /** What was sent cannot be right. */
    INVALID(422),
    /** It could be right, but not as things stand now. */
    CONFLICT(409),
    /** Nothing there, or nothing this person may know of: the two look the same. */
    NOT_FOUND(404),
    /** It is there, and she knows it, but may not. */
    DENIED(403);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String code;
  private final String field;

  private Refused(Kind kind, String code, String sentence, String field) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.code = code;
    this.field = field;
  }

  public static Refused invalid(String code, String sentence) {
    return new Refused(Kind.INVALID, code, sentence, "");
  }

  public static Refused conflict(String code, String sentence) {
    return new Refused(Kind.CONFLICT, code, sentence, "");
  }

  public static Refused notFound(String code, String sentence) {
    return new Refused(Kind.NOT_FOUND, code, sentence, "");
  }

  public static Refused denied(String code, String sentence) {
    return new Refused(Kind.DENIED, code, sentence, "");
  }

  /** The same refusal, placed beside a field of a form: {@code birthDate}. */
  public Refused onField(String name) {
    return new Refused(kind, code, sentence(), name);
  }

  public Kind kind() {
    return kind;
  }

  /** For machines and tests, dotted and stable: {@code phone.empty}. */
  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }
}
