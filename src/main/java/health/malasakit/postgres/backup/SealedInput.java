package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Reads a sealed file; gives no byte that was not proven to be what was sealed. */
final class SealedInput extends InputStream {

  private final DataInputStream in;
  private final Path file;
  private final Seal seal;
  private byte[] chunk = new byte[0];
  private int read;
  private boolean last;

  SealedInput(InputStream from, Path file, BackupKey key) throws IOException {
    this.in = new DataInputStream(from);
    this.file = file;
    var begin = in.readNBytes(Seal.BEGIN.length);
    if (!Arrays.equals(begin, Seal.BEGIN)) {
      throw Refused.invalid("backup.none", file);
    }
    var salt = in.readNBytes(Seal.SALT_BYTES);
    var mark = in.readNBytes(BackupKey.MARK_BYTES);
    if (mark.length < BackupKey.MARK_BYTES) {
      throw Refused.invalid("backup.cut", file);
    }
    if (!key.made(salt, mark)) {
      throw Refused.invalid("backup.key.other", file);
    }
    this.seal = new Seal(key, salt);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (read == chunk.length) {
      if (last) {
        return -1;
      }
      next();
    }
    int some = Math.min(length, chunk.length - read);
    System.arraycopy(chunk, read, into, from, some);
    read += some;
    return some;
  }

  private void next() throws IOException {
    try {
      int head = in.readInt();
      int length = head & ~Seal.LAST;
      if (length > Seal.CHUNK_BYTES) {
        throw Refused.invalid("backup.changed", file);
      }
      last = (head & Seal.LAST) != 0;
      var sealed = new byte[length + Seal.TAG_BYTES];
      in.readFully(sealed);
      chunk = seal.open(sealed, last);
      read = 0;
    } catch (EOFException cut) {
      throw Refused.invalid("backup.cut", file);
    } catch (GeneralSecurityException changed) {
      throw Refused.invalid("backup.changed", file);
    }
    if (last && in.read() >= 0) {
      throw Refused.invalid("backup.changed", file);
    }
  }
}
