package health.malasakit.messaging.mail;

import java.util.Optional;

/** A mail server that stands in for the one of the settings, as the made-up world has one. */
public interface OwnPost {

  /** How it is reached; empty while there is none. */
  Optional<MailAccount> account();
}
