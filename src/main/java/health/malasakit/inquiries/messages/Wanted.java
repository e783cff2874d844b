package health.malasakit.inquiries.messages;

import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Locale;

/**
 * What a caller wants of the clinic, in her own words, and how she is reached.
 *
 * @param kind code of {@link MessageKind#ALL}
 * @param number where she is reached best, as she said it
 * @param hour when, in her words; may be empty
 * @param pharmacy for a refill; else empty
 * @param by until when she wants it
 */
public record Wanted(
    String kind,
    String words,
    String number,
    String hour,
    MayLeave mayLeave,
    String pharmacy,
    Instant by) {

  private static final int WORDS_LENGTH_MAX = 2000;
  private static final int NUMBER_LENGTH_MAX = 60;
  private static final int HOUR_LENGTH_MAX = 80;
  private static final int PHARMACY_LENGTH_MAX = 160;
  private static final String REFILL = "refill";

  /** Whether a message may be left at the number. */
  public enum MayLeave {
    YES,
    NO,
    NOT_ASKED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** That of a code; what is none was not asked. */
    public static MayLeave of(String code) {
      return switch (code) {
        case "yes" -> YES;
        case "no" -> NO;
        default -> NOT_ASKED;
      };
    }
  }

  /** Refuses what nobody could answer: no kind, no words, no way back, a refill for nowhere. */
  public Wanted {
    if (!MessageKind.ALL.containsKey(kind)) {
      throw Refused.invalid("message.kind").onField("kind");
    }
    words = within(words, WORDS_LENGTH_MAX, "words");
    if (words.isEmpty()) {
      throw Refused.invalid("message.words").onField("words");
    }
    number = within(number, NUMBER_LENGTH_MAX, "number");
    if (number.isEmpty()) {
      throw Refused.invalid("message.number").onField("number");
    }
    hour = within(hour, HOUR_LENGTH_MAX, "bestHour");
    pharmacy = within(kind.equals(REFILL) ? pharmacy : "", PHARMACY_LENGTH_MAX, "pharmacy");
    if (kind.equals(REFILL) && pharmacy.isEmpty()) {
      throw Refused.invalid("message.pharmacy").onField("pharmacy");
    }
  }

  private static String within(String text, int most, String field) {
    if (text.strip().length() > most) {
      throw Refused.invalid("message.too_long", most).onField(field);
    }
    return text.strip();
  }

  /** What she said is printed nowhere. */
  @Override
  public String toString() {
    return "Wanted[" + kind + "]";
  }
}
