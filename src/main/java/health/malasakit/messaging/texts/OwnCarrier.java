package health.malasakit.messaging.texts;

import java.util.Optional;

/** A carrier that stands in for the gateway of the settings, as the made-up world has one. */
public interface OwnCarrier {

  /** Its account; empty while there is none. */
  Optional<TextAccount> account();
}
