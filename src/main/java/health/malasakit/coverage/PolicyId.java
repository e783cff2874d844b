package health.malasakit.coverage;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A coverage on file. */
public record PolicyId(UUID value) {

  public static PolicyId next() {
    return new PolicyId(Ids.next());
  }

  /** Reads an id; refuses anything else. */
  public static PolicyId of(String text) {
    return new PolicyId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
