package health.malasakit.inquiries;

import health.malasakit.kernel.Refused;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The address at which a switch is told. */
final class Webhook {

  private static final int LENGTH_MAX = 300;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Webhook() {}

  /**
   * Reads an address; empty for none.
   *
   * @throws Refused invalid, code {@code telephone.webhook}: it has to be https, or on this machine
   */
  static Optional<URI> of(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var address = URI.create(text);
      if (text.length() <= LENGTH_MAX && address.getUserInfo() == null && safe(address)) {
        return Optional.of(address);
      }
    } catch (IllegalArgumentException noAddress) {
      // refused below
    }
    throw Refused.invalid("telephone.webhook").onField("webhook");
  }

  private static boolean safe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
  }
}
