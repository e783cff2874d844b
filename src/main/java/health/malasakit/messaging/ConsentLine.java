package health.malasakit.messaging;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the ledger: never changed; the one of the latest day stands, of one day the latest
 * line, but a yes that was written down later comes last of its day.
 *
 * @param address digits with country code, or e-mail; empty: every address of the channel
 * @param words what she was shown or told
 * @param saidBy who spoke, when it was not she herself; else empty
 * @param on the clinic's day on which it was said or signed
 * @param at when it was written down
 */
public record ConsentLine(
    Channel channel,
    String address,
    Purpose purpose,
    ConsentAnswer answer,
    ConsentBasis basis,
    String words,
    String saidBy,
    LocalDate on,
    Instant at,
    Optional<AccountId> by) {

  @Override
  public String toString() {
    return "ConsentLine[" + channel + ", " + purpose + ", " + answer + "]";
  }
}
