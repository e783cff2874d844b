package health.malasakit.demo;

import health.malasakit.messaging.texts.OwnCarrier;
import health.malasakit.messaging.texts.TextAccount;
import health.malasakit.postgres.Home;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The carrier of the made-up world, at this very server: no text of it leaves the machine. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
public class DemoCarrier implements OwnCarrier {

  /** Where it stands, before the address that the API names. */
  public static final String PATH = "/demo/carrier";

  public static final String ACCOUNT = "ACmadeup";

  private static final String SECRET = "demo-carrier";

  private final ObjectProvider<Home> home;
  private final Environment environment;

  DemoCarrier(ObjectProvider<Home> home, Environment environment) {
    this.home = home;
    this.environment = environment;
  }

  @Override
  public Optional<TextAccount> account() {
    return Optional.ofNullable(environment.getProperty("local.server.port"))
        .map(port ->
            new TextAccount(URI.create("http://localhost:" + port + PATH), ACCOUNT, token()));
  }

  @Override
  public Optional<URI> ours() {
    return Optional.ofNullable(environment.getProperty("local.server.port"))
        .map(port -> URI.create("http://localhost:" + port));
  }

  /** What the gateway shows at its door, and by which it signs. */
  public String token() {
    return home.getObject().secret(SECRET);
  }
}
