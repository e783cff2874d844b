package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;

/**
 * A part of an organization's audit that lies in a file.
 *
 * @param part the half year by its first month, {@code 2026_01}
 * @param fileHash SHA-256 of the file, in hexadecimal
 */
record Archived(OrganizationId organization, String part, Extent extent, String fileHash) {

  /** Positions in the chain, both ends in it; a few between may lie in the part beside. */
  record Extent(long first, long last, long lines) {}

  /** Its name in the home. */
  String file() {
    return ArchiveFiles.DIRECTORY + "/" + part + "/" + organization + ".jsonl.gz";
  }
}
