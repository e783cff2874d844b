package health.malasakit.patients.search;

import java.util.Optional;
import java.util.UUID;

/**
 * The contact that the running person is in, so that whom she registers from what is said in it is
 * known to be its caller. Implemented by the module that knows of calls.
 */
public interface InContact {

  /** Names the contact; empty while she is in none. */
  Optional<UUID> now();
}
