package health.malasakit.directory;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names a place that a call can be handed over to. */
public record TransferTargetId(UUID value) {

  public static TransferTargetId next() {
    return new TransferTargetId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static TransferTargetId of(String text) {
    return new TransferTargetId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
