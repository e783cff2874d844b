package health.malasakit.messaging;

import java.time.LocalDate;

/**
 * What a patient says about one way of reaching her.
 *
 * @param address number or e-mail as written; empty: every address of the channel
 * @param words what she was shown or told
 * @param saidBy who spoke, when it was not she herself; else empty
 * @param on the clinic's day on which it was said or signed, which decides what stands
 */
public record NewConsent(
    Channel channel,
    String address,
    Purpose purpose,
    ConsentAnswer answer,
    ConsentBasis basis,
    String words,
    String saidBy,
    LocalDate on) {

  @Override
  public String toString() {
    return "NewConsent[" + channel + ", " + purpose + ", " + answer + "]";
  }
}
