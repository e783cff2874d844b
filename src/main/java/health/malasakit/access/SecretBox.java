package health.malasakit.access;

import health.malasakit.postgres.Home;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Seals secrets before they go into the database (AES-256-GCM). The key is not there: it is a
 * secret of the home, or comes with the environment when several nodes share one database.
 */
@Component
class SecretBox {

  /** Several nodes on one database must be given the same key. */
  static final String VARIABLE = "MALASAKIT_SECRETS_KEY";

  /** Its name among the secrets of a home. */
  static final String OF_THE_HOME = "secrets-key";

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecretKey marks;

  @Autowired
  SecretBox(ObjectProvider<Home> homes) {
    this(word(homes));
  }

  /** With a key that somebody has at hand. */
  SecretBox(String word) {
    this.key = new SecretKeySpec(Digests.sha256("malasakit secrets v1 " + word), "AES");
    this.marks = new SecretKeySpec(Digests.sha256("malasakit-marks-v1/" + word), "HmacSHA256");
  }

  private static String word(ObjectProvider<Home> homes) {
    var named = System.getenv().getOrDefault(VARIABLE, "");
    return named.isBlank()
        ? homes.getIfAvailable(() -> Home.of(System.getenv())).secret(OF_THE_HOME)
        : named;
  }

  /**
   * Seals a secret for one place: moved to another account's row it does not open.
   *
   * @param place what it belongs to, for example the account's id
   */
  byte[] seal(String secret, String place) {
    var nonce = Digests.random(NONCE_BYTES);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, place, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** Opens what was sealed for this place; throws when it was changed or belongs elsewhere. */
  String open(byte[] box, String place) {
    var parts = ByteBuffer.wrap(box);
    if (parts.get() != VERSION) {
      throw new IllegalStateException("A sealed secret has an unknown version");
    }
    var nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    var sealed = new byte[parts.remaining()];
    parts.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, nonce, place, sealed), StandardCharsets.UTF_8);
  }

  /** Whether it was sealed with this key, for this place. */
  boolean opens(byte[] box, String place) {
    try {
      return !open(box, place).isEmpty();
    } catch (IllegalStateException another) {
      return false;
    }
  }

  /** A word that stands for a text and tells nothing of it (HMAC-SHA-256, 128 bits of it). */
  String mark(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(marks);
      var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] run(int mode, byte[] nonce, String place, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A sealed secret does not open; is " + VARIABLE + " or the home another one?", e);
    }
  }
}
