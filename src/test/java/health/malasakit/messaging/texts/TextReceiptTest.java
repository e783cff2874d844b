package health.malasakit.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word of the carrier makes of a text, however it stands. */
class TextReceiptTest {

  private static final Instant THEN = Instant.parse("2026-11-26T15:00:00Z");
  private static final Instant NOW = THEN.plusSeconds(60);

  @ParameterizedTest
  @CsvSource({
    "sending,     '',             sent,        handed_over, ''",
    "sending,     '',             delivered,   delivered,   ''",
    "sending,     '',             undelivered, failed,      30003",
    "handed_over, '',             queued,      -,           ''",
    "handed_over, '',             delivered,   delivered,   ''",
    "handed_over, '',             failed,      failed,      30003",
    "in_doubt,    silent,         sent,        handed_over, ''",
    "in_doubt,    silent,         delivered,   delivered,   ''",
    "in_doubt,    silent,         failed,      failed,      30003",
    "delivered,   '',             queued,      -,           ''",
    "delivered,   '',             delivered,   -,           ''",
    "delivered,   '',             failed,      -,           ''",
    "failed,      30005,          sent,        -,           ''",
    "failed,      30005,          delivered,   delivered,   ''",
    "failed,      30005,          failed,      -,           ''",
    "failed,      not-at-gateway, sent,        handed_over, ''",
    "failed,      not-at-gateway, delivered,   delivered,   ''",
    "failed,      not-at-gateway, failed,      failed,      30003",
    "refused,     21610,          sent,        -,           ''",
    "refused,     21610,          delivered,   delivered,   ''",
    "refused,     21610,          failed,      -,           ''",
  })
  void each_word_in_each_state(
      String state, String reason, String word, String next, String nextReason) {
    var text = new SentText(new TextId(UUID.randomUUID()), TextState.of(state), reason, THEN);

    var after = TextReceipt.of("SM1", word, "30003").orElseThrow().after(text, NOW);

    if (next.equals("-")) {
      assertThat(after).isEmpty();
    } else {
      assertThat(after).contains(new SentText(text.id(), TextState.of(next), nextReason, NOW));
    }
  }

  @Test
  void what_is_no_receipt_of_a_text_that_goes_out_says_nothing() {
    assertThat(TextReceipt.of("SM1", "received", "")).isEmpty();
    assertThat(TextReceipt.of("SM1", "", "")).isEmpty();
    assertThat(TextReceipt.of("a b", "delivered", "")).isEmpty();
    assertThat(TextReceipt.of("", "delivered", "")).isEmpty();
    assertThat(TextReceipt.of("SM1", "failed", "<b>").orElseThrow().code()).isEqualTo("not-said");
  }
}
