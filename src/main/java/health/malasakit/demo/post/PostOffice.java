package health.malasakit.demo.post;

import health.malasakit.messaging.mail.MailAccount;
import health.malasakit.messaging.mail.OwnPost;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The mail server of the made-up world, at a free port of this machine: no mail of it leaves. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class PostOffice implements OwnPost, SmartLifecycle {

  static final String USER = "made-up";

  private static final String SECRET = "demo-post";
  private static final int CONNECTIONS_MAX = 32;

  private final Mailboxes mailboxes;
  private final MailNews news;
  private final ObjectProvider<Home> home;
  private final Clock clock;
  private final Semaphore seats = new Semaphore(CONNECTIONS_MAX);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ServerSocket door;

  PostOffice(Mailboxes mailboxes, MailNews news, ObjectProvider<Home> home, Clock clock) {
    this.mailboxes = mailboxes;
    this.news = news;
    this.home = home;
    this.clock = clock;
  }

  @Override
  public Optional<MailAccount> account() {
    var at = door;
    return at == null
        ? Optional.empty()
        : Optional.of(
            new MailAccount(
                URI.create("smtp://localhost:" + at.getLocalPort()),
                USER,
                home.getObject().secret(SECRET)));
  }

  @Override
  public void start() {
    try {
      var at = new ServerSocket(0, CONNECTIONS_MAX, InetAddress.getLoopbackAddress());
      door = at;
      Thread.ofVirtual().name("demo-post").start(() -> listen(at));
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private void listen(ServerSocket at) {
    while (!at.isClosed()) {
      try {
        var socket = at.accept();
        open.add(socket);
        Thread.ofVirtual().name("demo-post-talk").start(() -> talk(socket));
      } catch (IOException closed) {
        // the loop looks whether it is over
      }
    }
  }

  private void talk(Socket socket) {
    boolean seated = seats.tryAcquire();
    try (socket) {
      var talk = new PostTalk(socket, mailboxes, home.getObject().secret(SECRET), clock);
      if (seated) {
        talk.run(news::came);
      } else {
        talk.turnAway();
      }
    } catch (IOException brokenOff) {
      // whoever wrote knows it
    } finally {
      open.remove(socket);
      if (seated) {
        seats.release();
      }
    }
  }

  @Override
  public void stop() {
    var at = door;
    door = null;
    if (at != null) {
      close(at);
    }
    open.forEach(PostOffice::close);
  }

  private static void close(java.io.Closeable one) {
    try {
      one.close();
    } catch (IOException gone) {
      // it is over either way
    }
  }

  /** Before any work that sends. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return door != null;
  }
}
