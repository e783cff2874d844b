package health.malasakit.messaging;

/** What came of handing a text or an e-mail to its gateway. */
public sealed interface Handed {

  /**
   * The gateway has it; whether it arrives is another matter.
   *
   * @param carrierId as the gateway names it
   */
  record Accepted(String carrierId) implements Handed {}

  /**
   * It does not go out.
   *
   * @param code the gateway's own, {@code http-<status>}, {@code smtp-<status>}, {@code
   *     unreachable}, or what its gateway tells beside
   */
  record Declined(String code) implements Handed {}

  /**
   * It went out or it did not: nobody knows, and so it is not sent again.
   *
   * @param code {@code silent}, {@code garbled}, or {@code http-<status>}
   */
  record InDoubt(String code) implements Handed {}
}
