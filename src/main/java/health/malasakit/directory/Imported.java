package health.malasakit.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What taking a row from a file came to; a row that a person has edited here is left unchanged. */
public record Imported<T>(T id, Outcome outcome) {

  /** Whether the file said anything new. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /** Tells whether a file says anything new: a hash of what it says, printed. */
  static String digest(Record... said) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] text = java.util.Arrays.toString(said).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
