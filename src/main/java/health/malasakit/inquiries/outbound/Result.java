package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.Refused;
import health.malasakit.patients.reach.NumberWord;
import java.util.Locale;
import java.util.Optional;

/** What came of dialling a number. */
public enum Result {
  /** Somebody answers and goes on: who it is the caller gate proves. */
  REACHED,
  NO_ANSWER,
  BUSY,
  LEFT_MESSAGE,
  MAILBOX_FULL,
  /** Somebody answers who is not she and does not know her. */
  WRONG_NUMBER,
  NOT_IN_SERVICE,
  /** She does not want this call. */
  REFUSED,
  /** She asks to be called at another hour. */
  LATER,
  /** Whoever dialled never said. */
  NOT_SAID;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value of a code that a person may choose.
   *
   * @throws Refused invalid, code {@code attempt.result}
   */
  public static Result of(String code) {
    for (var result : values()) {
      if (result.code().equals(code)) {
        return result;
      }
    }
    throw Refused.invalid("attempt.result");
  }

  /** Whether another attempt follows, at another hour. */
  public boolean unanswered() {
    return switch (this) {
      case NO_ANSWER, BUSY, LEFT_MESSAGE, MAILBOX_FULL -> true;
      case REACHED, WRONG_NUMBER, NOT_IN_SERVICE, REFUSED, LATER, NOT_SAID -> false;
    };
  }

  /** What it tells about the number itself. */
  Optional<NumberWord> ofNumber() {
    return switch (this) {
      case WRONG_NUMBER -> Optional.of(NumberWord.WRONG);
      case NOT_IN_SERVICE -> Optional.of(NumberWord.NOT_IN_SERVICE);
      case REACHED, NO_ANSWER, BUSY, LEFT_MESSAGE, MAILBOX_FULL, REFUSED, LATER, NOT_SAID ->
          Optional.empty();
    };
  }
}
