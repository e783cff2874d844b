package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key with which backups are sealed: 256 random bits in a file that only its owner reads. Each
 * backup is sealed with a key of its own that is derived from it (RFC 5869), so that no two ever
 * share a key and a nonce.
 */
public final class BackupKey {

  private static final Set<PosixFilePermission> OWNERS_ALONE =
      PosixFilePermissions.fromString("rwx------");

  /** How a file says with which key it was sealed. */
  static final int MARK_BYTES = 8;

  private static final int KEY_BYTES = 32;

  private final byte[] secret;

  private BackupKey(byte[] secret) {
    this.secret = secret;
  }

  /** The key in a file that is there. */
  public static BackupKey read(Path file) {
    try {
      var secret = Base64.getUrlDecoder().decode(Files.readString(file).strip());
      if (secret.length != KEY_BYTES) {
        throw Refused.invalid("backup.key.none", file);
      }
      return new BackupKey(secret);
    } catch (NoSuchFileException absent) {
      throw Refused.notFound("backup.key.absent", file);
    } catch (IllegalArgumentException notBase64) {
      throw Refused.invalid("backup.key.none", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new key in a new file. */
  public static BackupKey make(Path file) {
    var secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    var word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
    try (var out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(StandardCharsets.US_ASCII.encode(word));
      out.force(true);
      forceName(file);
    } catch (IOException e) {
      throw Refused.invalid("backup.unwritten", file, e);
    }
    return new BackupKey(secret);
  }

  /** A new name in a folder is on the disk only once the folder is. */
  static void forceName(Path file) throws IOException {
    var folder = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Whether somebody but its owner may do anything with the file of a key. */
  public static boolean isOpenToOthers(Path file) {
    try {
      return !OWNERS_ALONE.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of one file. */
  SecretKey of(byte[] salt) {
    try {
      return hkdf().deriveKey("AES", parameters(salt, "malasakit-backup-v1/chunks", KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands in one file in clear, so that a wrong key is told from a changed file. */
  byte[] mark(byte[] salt) {
    try {
      return hkdf().deriveData(parameters(salt, "malasakit-backup-v1/mark", MARK_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean made(byte[] salt, byte[] mark) {
    return Arrays.equals(mark(salt), mark);
  }

  private static KDF hkdf() throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256");
  }

  private HKDFParameterSpec parameters(byte[] salt, String use, int bytes) {
    return HKDFParameterSpec.ofExtract()
        .addIKM(secret)
        .addSalt(salt)
        .thenExpand(use.getBytes(StandardCharsets.US_ASCII), bytes);
  }
}
