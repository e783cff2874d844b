package health.malasakit.coverage;

import java.util.Optional;

/**
 * A coverage as a file has it.
 *
 * @param seen first and last day on which this file mentions it
 * @param source the kind of file, for example {@code fhir}
 */
public record IncomingPolicy(PolicyFacts facts, Optional<Policy.Seen> seen, String source) {

  @Override
  public String toString() {
    return "IncomingPolicy[" + source + "]";
  }
}
