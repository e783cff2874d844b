package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;

/**
 * The head of a chain at a moment, signed with a key that is not in the database.
 *
 * @param hash hash of the chain, in hexadecimal
 * @param signature Ed25519, in base64; empty before it is signed
 */
record Anchor(
    OrganizationId organization, long position, String hash, Instant at, String signature) {

  /** What is signed. */
  String text() {
    return "malasakit-audit-anchor-v1|"
        + organization.value()
        + "|"
        + position
        + "|"
        + hash
        + "|"
        + at.toEpochMilli();
  }
}
