package health.malasakit.messaging;

/**
 * What a patient says about one way of reaching her.
 *
 * @param address number or e-mail as written; empty: every address of the channel
 * @param words what she was shown or told
 * @param saidBy who spoke, when it was not she herself; else empty
 */
public record NewConsent(
    Channel channel,
    String address,
    Purpose purpose,
    ConsentAnswer answer,
    ConsentBasis basis,
    String words,
    String saidBy) {

  @Override
  public String toString() {
    return "NewConsent[" + channel + ", " + purpose + ", " + answer + "]";
  }
}
