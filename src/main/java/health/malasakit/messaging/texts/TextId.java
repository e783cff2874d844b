package health.malasakit.messaging.texts;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A line of the ledger of what went out. */
public record TextId(UUID value) {

  static TextId next() {
    return new TextId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
