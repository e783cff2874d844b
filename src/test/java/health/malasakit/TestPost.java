package health.malasakit;

import health.malasakit.messaging.mail.MailAccount;
import health.malasakit.messaging.mail.OwnPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes mail over a real connection, and answers as the test says. Every mail
 * stays.
 */
public final class TestPost implements OwnPost, AutoCloseable {

  /** Answers nothing, and keeps the connection. */
  public static final String HANG = "hang";

  /** Ends the connection. */
  public static final String CUT = "cut";

  /** Answers a letter now and then, and never comes to an end. */
  public static final String DRIBBLE = "dribble";

  /** When the connection begins, where no command is. */
  public static final String GREETING = "greeting";

  /** When the mail was told to its end. */
  public static final String END = "end";

  /** What came: the mail as it was told, without the dots that were added. */
  public record Came(String from, String to, String text) {

    public String messageId() {
      return text.lines()
          .filter(line -> line.startsWith("Message-ID:"))
          .map(line -> line.replaceFirst(".*<(.*)>", "$1"))
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket server;
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Map<String, String> says = new ConcurrentHashMap<>();
  private final AtomicInteger over = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean there = true;
  private volatile @Nullable SSLContext seals;
  private volatile boolean sealedFromTheStart;

  public TestPost() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("test-post").start(this::listen);
  }

  @Override
  public Optional<MailAccount> account() {
    return there
        ? Optional.of(new MailAccount(URI.create("smtp://127.0.0.1:" + port()), "", ""))
        : Optional.empty();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Turns to TLS when it is asked to. */
  public TestPost seals(SSLContext with) {
    seals = with;
    says("EHLO", "250-test.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n");
    return this;
  }

  /** Speaks TLS from the first byte on. */
  public TestPost sealed(SSLContext with) {
    seals = with;
    sealedFromTheStart = true;
    return this;
  }

  /** Takes every mail again, and nothing is connected elsewhere. */
  public void reset() {
    says.clear();
    there = true;
  }

  /** No mail server is connected. */
  public void away() {
    there = false;
  }

  /** Answers a command so, whoever the mail is for: lines as they go over the wire. */
  public void says(String command, String answer) {
    says.put(command, answer);
  }

  /** Answers a command so in a conversation that is about this address, from RCPT on. */
  public void says(String to, String command, String answer) {
    says.put(to + " " + command, answer);
  }

  /** What came for an address, the oldest first. */
  public List<Came> to(String address) {
    return came.stream().filter(one -> one.to().equals(address)).toList();
  }

  /** Every command that was told. */
  public List<String> heard() {
    return heard;
  }

  /** How many connections nobody has closed yet. */
  public int open() {
    return open.size() - over.get();
  }

  Optional<SSLContext> seal() {
    return Optional.ofNullable(seals);
  }

  boolean isSealedFromTheStart() {
    return sealedFromTheStart;
  }

  /** What it answers to a command in a conversation about an address. */
  String said(String to, String command, String usual) {
    var toHim = says.get(to + " " + command);
    return toHim == null ? says.getOrDefault(command, usual) : toHim;
  }

  void hears(String line) {
    heard.add(line);
  }

  void takes(Came mail) {
    came.add(mail);
  }

  private void listen() {
    while (closing.getCount() > 0) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      new PostTalk(this, socket).run();
    } catch (IOException brokenOff) {
      // as the test wants it
    } finally {
      over.incrementAndGet();
    }
  }

  /** Waits, unless the server is closed before. */
  boolean isOverWithin(Duration time) {
    try {
      return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
    for (var one : open) {
      one.close();
    }
  }
}
