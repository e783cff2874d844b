package health.malasakit.inquiries;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened to a call, as a telephone system tells it or a person does it.
 *
 * @param at when it happened
 * @param extension who answered, for {@link Kind#ANSWERED}; else empty
 * @param to where it was handed to, for {@link Kind#TRANSFERRED}; else empty
 */
public record CallEvent(Kind kind, Instant at, String extension, String to) {

  /** What happened. */
  public enum Kind {
    /** It still rings. */
    RINGING,
    ANSWERED,
    HELD,
    RESUMED,
    TRANSFERRED,
    ABANDONED,
    VOICEMAIL,
    ENDED,
    /** Nobody is on the line, as a person or a job found; no telephone says so. */
    GONE,
    /** It is over, as its owner says; no telephone says so by this word. */
    SAID_OVER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a telephone system tells by this code; empty when it is nothing. */
    public static Optional<Kind> of(String code) {
      return Stream.of(values())
          .filter(kind -> kind != GONE && kind != SAID_OVER && kind.code().equals(code))
          .findFirst();
    }
  }

  /** Something that needs no more words. */
  static CallEvent of(Kind kind, Instant at) {
    return new CallEvent(kind, at, "", "");
  }

  /** Where it was handed to is a number: it is printed nowhere. */
  @Override
  public String toString() {
    return "CallEvent[" + kind + ", " + at + "]";
  }
}
