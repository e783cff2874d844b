package health.malasakit.messaging.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The connection to a mail server: lines there, answers back, of which no more than 64 KiB. */
final class SmtpLine implements AutoCloseable {

  /** The server answers what is no answer. */
  static final String NONSENSE = "not-smtp";

  private static final int ANSWER_BYTES_MAX = 65_536;
  private static final Pattern ANSWER = Pattern.compile("([2-5][0-9]{2})(?:([ -])(.*))?");

  private final Socket below;
  private InputStream in;
  private OutputStream out;
  private int read;

  private SmtpLine(Socket below) throws IOException {
    this.below = below;
    in = new BufferedInputStream(below.getInputStream());
    out = new BufferedOutputStream(below.getOutputStream());
  }

  /** Connects. */
  static SmtpLine to(MailAccount account, int connectMillis) throws SaidNo {
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(account.host(), account.port()), connectMillis);
      socket.setTcpNoDelay(true);
      return new SmtpLine(socket);
    } catch (IOException nobody) {
      closed(socket);
      throw new SaidNo("unreachable");
    }
  }

  /** From here on sealed. What came before and was not read is not believed. */
  void seal(MailAccount account, SSLSocketFactory tls) throws SaidNo {
    try {
      var sealed = (SSLSocket) tls.createSocket(below, account.host(), account.port(), true);
      var how = sealed.getSSLParameters();
      how.setEndpointIdentificationAlgorithm("HTTPS");
      sealed.setSSLParameters(how);
      sealed.startHandshake();
      in = new BufferedInputStream(sealed.getInputStream());
      out = new BufferedOutputStream(sealed.getOutputStream());
    } catch (IOException notTrusted) {
      throw new SaidNo("tls");
    }
  }

  /** How this machine names itself. */
  String here() {
    var address = below.getLocalAddress();
    var written = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof java.net.Inet6Address
        ? "[IPv6:" + written + "]"
        : "[" + written + "]";
  }

  SmtpReply ask(String command) throws IOException {
    write((command + "\r\n").getBytes(ISO_8859_1));
    return reply();
  }

  /** Takes leave. What is answered to that nobody reads: a server may never say it. */
  void leave() throws IOException {
    write("QUIT\r\n".getBytes(ISO_8859_1));
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** The next answer, all its lines. */
  SmtpReply reply() throws IOException {
    var lines = new ArrayList<String>();
    while (true) {
      var found = ANSWER.matcher(line());
      if (!found.matches()) {
        throw new SaidNo(NONSENSE);
      }
      lines.add(found.group(3) == null ? "" : found.group(3));
      if (!"-".equals(found.group(2))) {
        return new SmtpReply(Integer.parseInt(found.group(1)), lines);
      }
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (++read > ANSWER_BYTES_MAX) {
        throw new SaidNo(NONSENSE);
      }
      if (c == '\n') {
        return line.toString(ISO_8859_1).stripTrailing();
      }
      line.write(c);
    }
    throw new EOFException();
  }

  /** Ends it, whatever is under way. */
  @Override
  public void close() {
    closed(below);
  }

  private static void closed(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // nobody is there to tell
    }
  }
}
