package health.malasakit.workqueue;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A promise. */
public record PromiseId(UUID value) {

  public static PromiseId next() {
    return new PromiseId(Ids.next());
  }

  /** Reads an id; refuses anything else. */
  public static PromiseId of(String text) {
    return new PromiseId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
