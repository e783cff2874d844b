package health.malasakit.inquiries;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A switch that tells us of calls and shows a bearer token of its own.
 *
 * @param webhook where it is told who took a call; empty while it decides itself who answers
 */
public record TelephoneSystem(TelephoneId id, String name, Instant madeAt, Optional<URI> webhook) {}
