package health.malasakit.postgres.backup;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many rows, and a sum over them that does not depend on their order: the SHA-256 of each row,
 * added up. Rows come as PostgreSQL's COPY writes them, each ended by a line feed that nothing
 * inside a row can be.
 */
record Tally(long rows, String sum) {

  private static final int LANES = 4;

  /** Counts what is written to it. */
  static final class Counting extends OutputStream {

    private final MessageDigest row = sha256();
    private final long[] sum = new long[LANES];
    private long rows;

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int begun = from;
      for (int at = from; at < from + length; at++) {
        if (bytes[at] == '\n') {
          row.update(bytes, begun, at + 1 - begun);
          begun = at + 1;
          add();
        }
      }
      row.update(bytes, begun, from + length - begun);
    }

    private void add() {
      var digest = ByteBuffer.wrap(row.digest());
      for (int lane = 0; lane < LANES; lane++) {
        sum[lane] += digest.getLong();
      }
      rows++;
    }

    Tally tally() {
      var all = ByteBuffer.allocate(LANES * Long.BYTES);
      for (var lane : sum) {
        all.putLong(lane);
      }
      return new Tally(rows, HexFormat.of().formatHex(all.array()));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
