package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import java.time.Instant;

/** A telephone at which somebody sits: the switch and its extension. */
public record Seat(TelephoneId system, String extension) {

  /** An extension at which somebody sat until another sat down there. */
  public record Lost(String extension, AccountId to, Instant at) {}
}
