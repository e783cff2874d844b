package health.malasakit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/** One connection to the mail server of the tests. */
final class PostTalk {

  private final TestPost post;

  private Socket socket;
  private BufferedReader in;
  private OutputStream out;
  private String from = "";
  private String to = "";

  PostTalk(TestPost post, Socket socket) throws IOException {
    this.post = post;
    speak(socket);
  }

  private void speak(Socket over) throws IOException {
    socket = over;
    in = new BufferedReader(new InputStreamReader(over.getInputStream(), ISO_8859_1));
    out = over.getOutputStream();
  }

  private void seal() throws IOException {
    var factory = post.seal().orElseThrow().getSocketFactory();
    var sealed = (SSLSocket) factory.createSocket(socket, "", socket.getPort(), true);
    sealed.setUseClientMode(false);
    sealed.startHandshake();
    speak(sealed);
  }

  void run() throws IOException {
    if (post.isSealedFromTheStart()) {
      seal();
    }
    if (!give(post.said(to, TestPost.GREETING, "220 test.example.org\r\n"))) {
      return;
    }
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      post.hears(line);
      var word = line.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT);
      var usual = usual(word, line);
      var said = post.said(to, word, usual);
      if (!give(said) || "QUIT".equals(word)) {
        return;
      }
      if ("STARTTLS".equals(word) && said.startsWith("220")) {
        seal();
      }
      if ("DATA".equals(word) && said.startsWith("354") && !mail()) {
        return;
      }
    }
  }

  private String usual(String word, String line) {
    switch (word) {
      case "MAIL" -> from = line.replaceFirst(".*<(.*)>.*", "$1");
      case "RCPT" -> to = line.replaceFirst(".*<(.*)>.*", "$1");
      case "EHLO" -> {
        return "250-test.example.org\r\n250-SIZE 1000000\r\n250 AUTH PLAIN LOGIN\r\n";
      }
      case "DATA" -> {
        return "354 go on\r\n";
      }
      case "AUTH" -> {
        return "235 in\r\n";
      }
      case "STARTTLS" -> {
        return "220 go on\r\n";
      }
      case "QUIT" -> {
        return "221 bye\r\n";
      }
      default -> {
        return "250 ok\r\n";
      }
    }
    return "250 ok\r\n";
  }

  private boolean mail() throws IOException {
    var lines = new ArrayList<String>();
    for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      lines.add(line.startsWith(".") ? line.substring(1) : line);
    }
    post.takes(new TestPost.Came(from, to, String.join("\r\n", lines) + "\r\n"));
    return give(post.said(to, TestPost.END, "250 queued\r\n"));
  }

  /** Until whoever is at the other end closes it, or the server is closed. */
  private void hang() throws IOException {
    while (in.read() >= 0) {
      // whatever is said is not heard
    }
  }

  /** False when the conversation ends with it. */
  private boolean give(String answer) throws IOException {
    if (TestPost.CUT.equals(answer)) {
      return false;
    }
    if (TestPost.HANG.equals(answer)) {
      hang();
      return false;
    }
    if (TestPost.DRIBBLE.equals(answer)) {
      while (!post.isOverWithin(Duration.ofMillis(20))) {
        out.write('2');
        out.flush();
      }
      return false;
    }
    out.write(answer.getBytes(ISO_8859_1));
    out.flush();
    return true;
  }
}
