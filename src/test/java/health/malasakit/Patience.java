package health.malasakit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What comes by itself is waited for a minute in every test that does not say otherwise. All tests
 * share one server, and the horizon of a transaction is the server's: a long one of another test
 * holds back what is sealed and told here. How soon a thing must come says the test that is about
 * it.
 */
public final class Patience implements BeforeAllCallback {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(LIMIT);
  }
}
