package health.malasakit.patients;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the present value of a field came from.
 *
 * @param source {@link #PERSON}, {@link #CALLER}, or the name of the system a file came from
 */
public record FactSource(String source, Instant at, Optional<AccountId> by) {

  /** Typed or corrected here by a person; survives the next file. */
  public static final String PERSON = "person";

  /** Said by the caller and not checked. */
  public static final String CALLER = "caller";
}
