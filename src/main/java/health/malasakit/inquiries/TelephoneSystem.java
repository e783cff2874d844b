package health.malasakit.inquiries;

import java.time.Instant;

/** A switch that tells us of calls and shows a bearer token of its own. */
public record TelephoneSystem(TelephoneId id, String name, Instant madeAt) {}
