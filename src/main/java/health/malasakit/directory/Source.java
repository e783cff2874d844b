package health.malasakit.directory;

import java.util.Optional;

/**
 * Where a row came from: the natural key under which a later file finds it again.
 *
 * @param name {@code typed}, or the kind of file, for example {@code fhir}
 * @param externalId its name there, unique per organization and source; empty when typed
 */
public record Source(String name, Optional<String> externalId) {

  /** A person typed it here. */
  public static final Source TYPED = new Source("typed", Optional.empty());

  public static Source of(String name, String externalId) {
    return new Source(name, Optional.of(externalId));
  }

  public boolean imported() {
    return externalId.isPresent();
  }
}
