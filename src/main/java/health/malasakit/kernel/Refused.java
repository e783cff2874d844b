package health.malasakit.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A foreseen "no", said in a sentence fit for the person at the screen. It carries no stack trace:
 * nothing is broken. The sentence stands in the bundle {@code messages/refused} under the code, its
 * places filled with the facts, and holds no name, number or note of a patient. A code that is said
 * in several ways names the way after a slash: {@code date.ambiguous/century}.
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
  private final String wording;
  private final List<String> facts;
  private final String field;

  private Refused(Kind kind, String wording, List<String> facts, String field) {
    super(null, null, false, false);
    this.kind = kind;
    this.wording = wording;
    this.facts = facts;
    this.field = field;
  }

  /** What was sent cannot be right; facts fill the places of the sentence, in order. */
  public static Refused invalid(String wording, Object... facts) {
    return new Refused(Kind.INVALID, wording, texts(facts), "");
  }

  /** It does not go as things stand now. */
  public static Refused conflict(String wording, Object... facts) {
    return new Refused(Kind.CONFLICT, wording, texts(facts), "");
  }

  /** There is nothing, or nothing for this person. */
  public static Refused notFound(String wording, Object... facts) {
    return new Refused(Kind.NOT_FOUND, wording, texts(facts), "");
  }

  /** She may not. */
  public static Refused denied(String wording, Object... facts) {
    return new Refused(Kind.DENIED, wording, texts(facts), "");
  }

  private static List<String> texts(Object... facts) {
    return Arrays.stream(facts).map(String::valueOf).toList();
  }

  /** The same refusal, placed beside a field of a form: {@code birthDate}. */
  public Refused onField(String name) {
    return new Refused(kind, wording, facts, name);
  }

  public Kind kind() {
    return kind;
  }

  /** For machines and tests, dotted and stable: {@code phone.empty}. */
  public String code() {
    return wording.replaceFirst("/.*", "");
  }

  /** In the language of the person whom this thread serves, as Spring knows it. */
  public String sentence() {
    return Sentences.of("refused." + wording, facts.toArray());
  }

  @Override
  public String getMessage() {
    return sentence();
  }

  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }
}
