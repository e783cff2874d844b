package health.malasakit.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a file says anything new: a hash of a record's printed form. */
final class Digests {

  private Digests() {}

  static String of(Record... said) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] text = java.util.Arrays.toString(said).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
