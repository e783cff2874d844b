package health.malasakit.messaging.ledger;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A line of the ledger of what is told of visits. */
public record EntryId(UUID value) {

  static EntryId next() {
    return new EntryId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
