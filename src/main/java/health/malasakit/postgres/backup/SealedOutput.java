package health.malasakit.postgres.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Writes a sealed file, a chunk at a time. Without {@link #close} it has no end and opens nowhere.
 */
final class SealedOutput extends OutputStream {

  private final DataOutputStream out;
  private final Seal seal;
  private final byte[] chunk = new byte[Seal.CHUNK_BYTES];
  private int filled;
  private boolean closed;

  SealedOutput(OutputStream to, BackupKey key) throws IOException {
    var salt = new byte[Seal.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    this.out = new DataOutputStream(to);
    this.seal = new Seal(key, salt);
    out.write(Seal.BEGIN);
    out.write(salt);
    out.write(key.mark(salt));
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == chunk.length) {
        chunk(false);
      }
      int some = Math.min(length - done, chunk.length - filled);
      System.arraycopy(bytes, from + done, chunk, filled, some);
      filled += some;
      done += some;
    }
  }

  private void chunk(boolean last) throws IOException {
    try {
      out.writeInt(filled | (last ? Seal.LAST : 0));
      out.write(seal.seal(chunk, filled, last));
      filled = 0;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the file as it is to end; the stream below stays open. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      chunk(true);
      out.flush();
    }
  }
}
