package health.malasakit.messaging.texts;

import java.net.URI;
import java.util.Optional;

/** A carrier that stands in for the gateway of the settings, as the made-up world has one. */
public interface OwnCarrier {

  /** Its account; empty while there is none. */
  Optional<TextAccount> account();

  /** The address of this server as that carrier knows it; empty for that of the settings. */
  default Optional<URI> ours() {
    return Optional.empty();
  }
}
