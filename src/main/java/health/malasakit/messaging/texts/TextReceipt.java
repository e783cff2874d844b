package health.malasakit.messaging.texts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the carrier says became of a text. Such words come late, twice, and in any order.
 *
 * @param carrierId the text as the carrier names it
 * @param code the carrier's own, of why it did not arrive; empty otherwise
 */
public record TextReceipt(String carrierId, Word word, String code) {

  /** Of a text that the carrier took back, or of which it does not say why. */
  private static final String NOT_SAID = "not-said";

  /** Code of one that was never there, as the gateway's list shows: nobody has it. */
  public static final String NOT_AT_GATEWAY = "not-at-gateway";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CODE = Pattern.compile("[0-9]{1,10}");

  /** What it says. */
  public enum Word {
    /** The gateway has it. */
    ON_ITS_WAY,
    ARRIVED,
    DID_NOT_ARRIVE
  }

  /**
   * A receipt as the API has it ({@code MessageStatus}; public reference seen 2026-11-26); empty
   * for a word that says nothing of a text that goes out, and for what names none.
   */
  public static Optional<TextReceipt> of(String carrierId, String status, String code) {
    if (!ID.matcher(carrierId).matches()) {
      return Optional.empty();
    }
    return word(status)
        .map(word ->
            new TextReceipt(carrierId, word, word == Word.DID_NOT_ARRIVE ? reason(code) : ""));
  }

  private static Optional<Word> word(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(Word.ON_ITS_WAY);
      case "delivered", "read" -> Optional.of(Word.ARRIVED);
      case "undelivered", "failed", "canceled" -> Optional.of(Word.DID_NOT_ARRIVE);
      default -> Optional.empty();
    };
  }

  private static String reason(String code) {
    return CODE.matcher(code).matches() && !code.equals("0") ? code : NOT_SAID;
  }

  /**
   * How a text stands after this; empty when nothing changes. That it arrived is a proof, whatever
   * stood there before, and stays. That it did not arrive ends one that is on its way or in doubt.
   * That the carrier has it settles a doubt, and a wrong belief that it does not.
   */
  Optional<SentText> after(SentText text, Instant now) {
    return switch (word) {
      case ARRIVED ->
          text.state() == TextState.DELIVERED
              ? Optional.empty()
              : Optional.of(new SentText(text.id(), TextState.DELIVERED, "", now));
      case DID_NOT_ARRIVE ->
          isOpen(text)
              ? Optional.of(new SentText(text.id(), TextState.FAILED, code, now))
              : Optional.empty();
      case ON_ITS_WAY ->
          isOpen(text) && text.state() != TextState.HANDED_OVER
              ? Optional.of(new SentText(text.id(), TextState.HANDED_OVER, "", now))
              : Optional.empty();
    };
  }

  private static boolean isOpen(SentText text) {
    return switch (text.state()) {
      case SENDING, HANDED_OVER, IN_DOUBT -> true;
      case DELIVERED, REFUSED -> false;
      case FAILED -> text.reason().equals(NOT_AT_GATEWAY);
    };
  }
}
