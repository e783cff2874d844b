package health.malasakit.messaging.texts;

import health.malasakit.messaging.Handed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the gateway tells us of what arrived and of what came in. It signs the address by which it
 * knows us, which is a setting of the server: what a request says of its own host is believed
 * nowhere.
 */
@Component
public class GatewayDoor {

  /** What the gateway comes with to this path is signed. */
  public static final String PATH = "/api/texts";

  static final String RECEIPTS = PATH + "/receipts/";

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final TextGateway gateway;
  private final String address;

  GatewayDoor(TextGateway gateway, @Value("${malasakit.public-address:}") String address) {
    this.gateway = gateway;
    this.address = address.strip().replaceFirst("/+$", "");
  }

  /** The address of this server as the gateway knows it; empty when nobody said it. */
  Optional<URI> ours() {
    return gateway
        .ours()
        .or(() -> address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address)));
  }

  /**
   * Hands a text over; with it the address at which is told what becomes of it, which the gateway
   * keeps.
   */
  Handed hand(Texts.Begun begun, String body) {
    var receipts =
        ours().map(base -> URI.create(base + RECEIPTS + begun.organization() + "/" + begun.id()));
    return gateway.hand(begun.from(), begun.to(), body, receipts);
  }

  /**
   * Whether the gateway itself sent this form. Without a gateway, or without an address of our own,
   * nothing is believed.
   *
   * @param path as it was asked for, from the slash on
   * @param shown what stands in the header; empty when there is none
   */
  public boolean isFromGateway(String path, Map<String, String[]> form, String shown) {
    var token = gateway.token();
    var base = ours();
    return token.isPresent()
        && base.isPresent()
        && addresses(base.get()).stream()
            .map(one -> GatewaySignature.of(token.get(), one + path, form))
            .anyMatch(right -> GatewaySignature.isSame(right, shown));
  }

  /** With the usual port and without it: gateways have signed both. */
  private static List<String> addresses(URI base) {
    var port = "https".equals(base.getScheme()) ? HTTPS : HTTP;
    var plain = base.getScheme() + "://" + base.getHost();
    var under = base.getRawPath() == null ? "" : base.getRawPath();
    return base.getPort() < 0 || base.getPort() == port
        ? List.of(plain + under, plain + ":" + port + under)
        : List.of(plain + ":" + base.getPort() + under);
  }
}
