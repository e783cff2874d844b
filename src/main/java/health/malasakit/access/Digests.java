package health.malasakit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Hashes of things that are long and random, and the random words themselves. */
public final class Digests {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Digests() {}

  /** SHA-256 of the text's UTF-8 bytes. */
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** 256 random bits as 43 characters that may stand in an address. */
  public static String randomWord() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
  }
}
