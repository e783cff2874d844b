package health.malasakit.postgres.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over the chunks of one file. With each chunk its number and whether it is the last
 * are sealed, and the beginning of the file: so a chunk that is changed, missing, moved or of
 * another file does not open, and a file that was cut off has no last one.
 */
final class Seal {

  /** What every backup begins with; the figure is the version of the format. */
  static final byte[] BEGIN = "malasakit-backup 1\n".getBytes(StandardCharsets.US_ASCII);

  static final int SALT_BYTES = 32;
  static final int CHUNK_BYTES = 64 * 1024;
  static final int TAG_BYTES = 16;

  /** In the length of a chunk: it is the last. */
  static final int LAST = 1 << 31;

  private static final int NONCE_BYTES = 12;

  private final SecretKey key;
  private final byte[] salt;
  private long number;

  Seal(BackupKey key, byte[] salt) {
    this.key = key.of(salt);
    this.salt = salt;
  }

  byte[] seal(byte[] chunk, int length, boolean last) throws GeneralSecurityException {
    return next(Cipher.ENCRYPT_MODE, last).doFinal(chunk, 0, length);
  }

  byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
    return next(Cipher.DECRYPT_MODE, last).doFinal(sealed);
  }

  private Cipher next(int mode, boolean last) throws GeneralSecurityException {
    var nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(last ? 1 : 0).putLong(number).array();
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(BEGIN);
    cipher.updateAAD(salt);
    cipher.updateAAD(nonce);
    number++;
    return cipher;
  }
}
