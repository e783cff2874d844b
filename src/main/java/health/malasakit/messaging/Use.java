package health.malasakit.messaging;

/**
 * A use of a channel that somebody has in mind.
 *
 * @param address number or e-mail as written
 */
public record Use(Channel channel, String address, Purpose purpose) {

  @Override
  public String toString() {
    return "Use[" + channel + ", " + purpose + "]";
  }
}
