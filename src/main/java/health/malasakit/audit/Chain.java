package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of an organization's chain of seals.
 *
 * @param position how many lines are sealed
 * @param line the last of them, with the transaction that wrote it
 * @param hash hash of the chain up to there, in hexadecimal
 */
record Chain(
    OrganizationId organization,
    long position,
    Optional<UUID> line,
    String transaction,
    String hash) {

  /** Before the first line: a hash that only this organization's chain begins with. */
  static Chain empty(OrganizationId organization) {
    var begin = new Canonical().add("malasakit audit chain v1").add(organization.value()).sha256();
    return new Chain(organization, 0, Optional.empty(), "0", hex(begin));
  }

  /** The chain with one more line. */
  Chain with(UUID next, String itsTransaction, byte[] lineHash) {
    var joined =
        new Canonical().add(HexFormat.of().parseHex(hash)).add(position + 1).add(lineHash).sha256();
    return new Chain(organization, position + 1, Optional.of(next), itsTransaction, hex(joined));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
