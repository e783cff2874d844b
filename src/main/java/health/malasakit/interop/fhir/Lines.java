package health.malasakit.interop.fhir;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a text one after the other, each as a stream that ends with its line: so a broken
 * line costs that line alone, and no line has to fit into memory.
 */
final class Lines {

  private static final int END = -1;

  private final InputStream text;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int at;
  private boolean ended;

  Lines(InputStream text) {
    this.text = text;
  }

  /** The next line, which has to be read or {@link Line#skip skipped} to its end. */
  Line next() {
    return new Line();
  }

  /** Whether the last line has been read to its end. */
  boolean ended() {
    return ended;
  }

  /** One read at a time: whatever a broken file still gives is had before its error. */
  private int nextByte() throws IOException {
    if (at == filled) {
      filled = Math.max(0, text.read(buffer));
      at = 0;
    }
    return filled == 0 ? END : buffer[at++] & 0xff;
  }

  /** One line. */
  final class Line extends InputStream {

    private boolean over;
    private boolean blank = true;

    @Override
    public int read() throws IOException {
      if (over) {
        return END;
      }
      int next = nextByte();
      ended = next == END;
      over = ended || next == '\n';
      blank &= over || Character.isWhitespace(next);
      return over ? END : next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next == END) {
          return count == 0 && length > 0 ? END : count;
        }
        into[from + count++] = (byte) next;
      }
      return count;
    }

    /** Reads what is left of it. */
    void skip() throws IOException {
      while (!over) {
        read();
      }
    }

    /** Whether nothing but space was read from it. */
    boolean blank() {
      return blank;
    }
  }
}
