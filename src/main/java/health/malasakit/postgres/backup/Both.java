package health.malasakit.postgres.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to one and to the other. */
final class Both extends OutputStream {

  private final OutputStream one;
  private final OutputStream other;

  Both(OutputStream one, OutputStream other) {
    this.one = one;
    this.other = other;
  }

  @Override
  public void write(int some) throws IOException {
    write(new byte[] {(byte) some}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    one.write(bytes, from, length);
    other.write(bytes, from, length);
  }
}
