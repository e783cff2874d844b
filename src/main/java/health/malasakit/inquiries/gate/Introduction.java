package health.malasakit.inquiries.gate;

import health.malasakit.directory.TransferTargetId;
import java.util.Optional;

/**
 * Which organization a caller says is ringing, as it is typed.
 *
 * @param sort code of what it is
 * @param onFile which line of the transfer list the specialist takes it for; proves nothing
 * @param name of the organization; empty when it is on file
 * @param proof code of how it is proven; empty for not
 * @param published code of where the number stood that we rang; empty when we did not
 */
public record Introduction(
    String sort,
    Optional<TransferTargetId> onFile,
    String name,
    String person,
    String job,
    String number,
    String proof,
    String published,
    String reference) {

  @Override
  public String toString() {
    return "Introduction[" + sort + "]";
  }
}
