package health.malasakit.demo.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** Lines that come in, no longer than they may be, and answers that go out. */
final class PostLine {

  private static final int LINE_BYTES_MAX = 2048;
  private static final int IDLE_MILLIS = 30_000;

  private final InputStream in;
  private final OutputStream out;

  PostLine(Socket socket) throws IOException {
    socket.setSoTimeout(IDLE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** A line was longer than any may be. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1;
  }

  /** The next line without its end; empty when there is none any more. */
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        var text = line.toString(ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
      }
      if (line.size() >= LINE_BYTES_MAX) {
        throw new TooLong();
      }
      line.write(c);
    }
    return Optional.empty();
  }

  void say(String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }
}
