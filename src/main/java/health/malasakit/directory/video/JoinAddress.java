package health.malasakit.directory.video;

import health.malasakit.kernel.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a video visit is joined.
 *
 * @param written https, with a host; never with a name or password before it
 */
public record JoinAddress(String written) {

  private static final int LENGTH_MAX = 500;

  /**
   * Reads what was typed or pasted; empty for nothing.
   *
   * @throws Refused invalid, code {@code video.address}
   */
  public static Optional<JoinAddress> read(String typed) {
    var text = typed.strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(of(text));
  }

  private static JoinAddress of(String text) {
    try {
      var address = new URI(text);
      boolean safe =
          "https".equalsIgnoreCase(address.getScheme())
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && text.length() <= LENGTH_MAX;
      if (safe) {
        return new JoinAddress("https" + text.substring(text.indexOf(':')));
      }
    } catch (URISyntaxException notAnAddress) {
      throw wrong();
    }
    throw wrong();
  }

  /** All of it that is said aloud: whose it is. What follows may let anybody in. */
  public String host() {
    return URI.create(written).getHost();
  }

  private static Refused wrong() {
    return Refused.invalid("video.address").onField("join");
  }

  /** Who has the address can join. */
  @Override
  public String toString() {
    return "JoinAddress";
  }
}
