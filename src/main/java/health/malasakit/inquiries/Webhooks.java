package health.malasakit.inquiries;

import health.malasakit.kernel.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The addresses at which switches are told. Unless whoever runs this installation allows it, none
 * lies inside its own network: a clinic could feel its way there.
 */
@Component
public class Webhooks {

  private static final int LENGTH_MAX = 300;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean inner;

  Webhooks(@Value("${malasakit.telephones.inner:false}") boolean inner) {
    this.inner = inner;
  }

  /**
   * Reads an address, and looks its name up; empty for none.
   *
   * @throws Refused invalid, codes {@code telephone.webhook}: it has to be https, or on an inner
   *     network where that is allowed; {@code telephone.webhook/inner}; {@code
   *     telephone.webhook/unknown}
   */
  public Optional<URI> of(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var address = read(text);
    if (!inner) {
      try {
        if (isInner(address)) {
          throw Refused.invalid("telephone.webhook/inner").onField("webhook");
        }
      } catch (UnknownHostException nobody) {
        throw Refused.invalid("telephone.webhook/unknown").onField("webhook");
      }
    }
    return Optional.of(address);
  }

  /** Whether it may be told now: a name can lead elsewhere than when it was typed. */
  boolean mayTell(URI address) {
    try {
      return inner || !isInner(address);
    } catch (UnknownHostException nobody) {
      return false;
    }
  }

  private URI read(String text) {
    try {
      var address = URI.create(text);
      if (text.length() <= LENGTH_MAX
          && address.getHost() != null
          && address.getUserInfo() == null
          && ("https".equals(address.getScheme()) || isPlainHere(address))) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      // refused below
    }
    throw Refused.invalid("telephone.webhook").onField("webhook");
  }

  private boolean isPlainHere(URI address) {
    return inner && "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
  }

  private static boolean isInner(URI address) throws UnknownHostException {
    return Stream.of(InetAddress.getAllByName(address.getHost())).anyMatch(Webhooks::isInner);
  }

  private static boolean isInner(InetAddress one) {
    return one.isLoopbackAddress()
        || one.isAnyLocalAddress()
        || one.isLinkLocalAddress()
        || one.isSiteLocalAddress()
        || one.isMulticastAddress()
        || isShared(one.getAddress())
        || isUniqueLocal(one.getAddress());
  }

  /** Of a carrier's own network, 100.64.0.0/10 (RFC 6598). */
  private static boolean isShared(byte[] bytes) {
    return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 0x40;
  }

  /** Of a site's own network, fc00::/7 (RFC 4193). */
  private static boolean isUniqueLocal(byte[] bytes) {
    return bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
  }
}
