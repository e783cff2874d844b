package health.malasakit.inquiries;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A switch that tells us of calls and shows a bearer token of its own.
 *
 * @param webhook where it is told who took a call; empty while it decides itself who answers
 * @param outgoing which of our words to it is the current one, from 1
 */
public record TelephoneSystem(
    TelephoneId id, String name, Instant madeAt, Optional<URI> webhook, int outgoing) {

  /** A new one, which decides itself who answers. */
  static TelephoneSystem fresh(String name, Instant now) {
    return new TelephoneSystem(TelephoneId.next(), name, now, Optional.empty(), 1);
  }

  /** By which it knows that it is we who tell. */
  String place() {
    return "telephone/" + id + "/" + outgoing;
  }
}
