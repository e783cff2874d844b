package health.malasakit.postgres.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Something whose length is known only when it is over, inside a stream that goes on after it. */
final class Blocks {

  private static final int BLOCK_BYTES = 32 * 1024;

  private Blocks() {}

  /** Closing it ends the thing, not the stream. */
  static final class Output extends OutputStream {

    private final DataOutputStream out;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int filled;

    Output(DataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int done = 0;
      while (done < length) {
        int some = Math.min(length - done, block.length - filled);
        System.arraycopy(bytes, from + done, block, filled, some);
        filled += some;
        done += some;
        if (filled == block.length) {
          block();
        }
      }
    }

    private void block() throws IOException {
      out.writeInt(filled);
      out.write(block, 0, filled);
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      if (filled > 0) {
        block();
      }
      out.writeInt(0);
    }
  }

  /** Ends where the thing ends. */
  static final class Input extends InputStream {

    private final DataInputStream in;
    private int left;
    private boolean over;

    Input(DataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0 && !over) {
        left = in.readInt();
        over = left == 0;
      }
      if (over) {
        return -1;
      }
      int some = in.read(into, from, Math.min(length, left));
      if (some > 0) {
        left -= some;
      }
      return some;
    }
  }
}
