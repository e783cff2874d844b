package health.malasakit.messaging;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the ledger: never changed, the latest stands.
 *
 * @param address digits with country code, or e-mail; empty: every address of the channel
 * @param words what she was shown or told
 * @param saidBy who spoke, when it was not she herself; else empty
 */
public record ConsentLine(
    Channel channel,
    String address,
    Purpose purpose,
    ConsentAnswer answer,
    ConsentBasis basis,
    String words,
    String saidBy,
    Instant at,
    Optional<AccountId> by) {

  @Override
  public String toString() {
    return "ConsentLine[" + channel + ", " + purpose + ", " + answer + "]";
  }
}
