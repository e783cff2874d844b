package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A real PostgreSQL that belongs to one home. The first process to open it starts it; others on the
 * same home use it beside the first; the last to leave stops it. After a crash of either side the
 * next to open it finds what is left, stops it and starts anew, and PostgreSQL recovers.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** Names, inside the home, the server whose roles and database are set up. */
  private static final String SERVING = "serving";

  private static final int LOOKS_MAX = 1200;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Home home;
  private final Cluster cluster;

  /** Held by the owner; whoever is attached holds the attachment instead. */
  private final Optional<FileGuard> ownership;

  private final Optional<FileGuard> attachment;
  private final Thread hook = new Thread(this::close, "stop-postgres");
  private volatile Optional<Watch> watch = Optional.empty();
  private volatile int port;
  private boolean closed;

  private EmbeddedPostgres(
      Home home, Optional<FileGuard> ownership, Optional<FileGuard> attachment) {
    this.home = home;
    this.cluster = new Cluster(home, Binaries.in(home));
    this.ownership = ownership;
    this.attachment = attachment;
  }

  /**
   * Starts the server of this home, or attaches to it when another process runs it. The first start
   * unpacks the programs and makes the database {@link RoleNames#STANDARD}; it takes a few seconds.
   * The server stops when this is closed or the JVM ends, unless another process still uses it.
   *
   * @throws DatabaseRefused when it cannot run here, with the reason
   */
  public static EmbeddedPostgres open(Home home) {
    for (int look = 0; look < LOOKS_MAX; look++) {
      Optional<EmbeddedPostgres> opened = own(home).or(() -> attach(home));
      if (opened.isPresent()) {
        return opened.get();
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    throw new DatabaseRefused(
        Sentences.of(
            "postgres.held", home.holder().isPresent() ? home.holder().getAsLong() : "?", home));
  }

  private static Optional<EmbeddedPostgres> own(Home home) {
    Optional<FileGuard> lock = home.lock();
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    EmbeddedPostgres postgres;
    try {
      postgres = new EmbeddedPostgres(home, lock, Optional.empty());
    } catch (RuntimeException refused) {
      lock.get().close();
      throw refused;
    }
    try {
      Runtime.getRuntime().addShutdownHook(postgres.hook);
      postgres.begin();
      return Optional.of(postgres);
    } catch (RuntimeException refused) {
      postgres.close();
      throw refused;
    }
  }

  /** A server left by a crash is stopped first, unless processes that outlived its owner use it. */
  private synchronized void begin() {
    cluster.prepare(superuser().password());
    Optional<Postmaster> left = serving(home);
    if (left.isPresent() && othersAttached()) {
      port = left.get().port();
    } else {
      cluster.stop();
      port = cluster.start();
    }
    new RolesScript(RoleNames.STANDARD).apply(server(), home::secret);
    noteServing();
  }

  private void noteServing() {
    Postmaster.of(home).ifPresent(now -> home.write(SERVING, now.pid() + "\n"));
  }

  private static Optional<EmbeddedPostgres> attach(Home home) {
    Optional<FileGuard> place = FileGuard.shared(attachments(home));
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Optional<Postmaster> running = serving(home);
    if (running.isEmpty()) {
      place.get().close();
      return Optional.empty();
    }
    EmbeddedPostgres postgres = new EmbeddedPostgres(home, Optional.empty(), place);
    postgres.port = running.get().port();
    Runtime.getRuntime().addShutdownHook(postgres.hook);
    return Optional.of(postgres);
  }

  private static Optional<Postmaster> serving(Home home) {
    String pid = home.read(SERVING);
    return Postmaster.of(home).filter(running -> pid.equals(String.valueOf(running.pid())));
  }

  /** Whether this process started the server (or took it over); false when it attached. */
  public boolean ownsServer() {
    return ownership.isPresent();
  }

  /** The server with its superuser. */
  public ServerAddress server() {
    return new ServerAddress("127.0.0.1", port, superuser());
  }

  private Credentials superuser() {
    return new Credentials(Cluster.SUPERUSER, home.secret(Cluster.SUPERUSER));
  }

  /** Malasakit's database on this server. */
  public DatabaseAddress address() {
    return new RolesScript(RoleNames.STANDARD).address(server(), home::secret);
  }

  /** The role that reads everything, for backups. */
  Credentials backup() {
    var role = RoleNames.STANDARD.backup();
    return new Credentials(role, home.secret(role));
  }

  /**
   * Leaves the stopping to the caller, who must close this after everything that uses the database
   * has ended. Without this, the server stops as soon as the JVM begins to end.
   */
  public void closedByCaller() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /**
   * From now on a server that dies is started again, where it was, a few times.
   *
   * @param gaveUp told once, with the reason, when that did not help
   */
  public void keepRunning(Consumer<DatabaseRefused> gaveUp) {
    watched(Watch.Patience.STANDARD, gaveUp);
  }

  void watched(Watch.Patience patience, Consumer<DatabaseRefused> gaveUp) {
    watch =
        Optional.of(
            new Watch(patience, () -> Postmaster.of(home).isPresent(), this::startAgain, gaveUp));
  }

  /** Whether the server was seen dead and is not back yet; only while it is kept running. */
  public boolean restarting() {
    return watch.map(Watch::restarting).orElse(false);
  }

  /** By whoever has the home: where its owner has gone too, one of those who stayed. */
  private synchronized void startAgain() {
    Optional<FileGuard> lock = ownership.or(home::lock);
    if (closed || lock.isEmpty()) {
      throw new DatabaseRefused(Sentences.of("postgres.others", home));
    }
    try {
      if (Postmaster.of(home).isEmpty()) {
        cluster.startAgain(port);
        noteServing();
      }
    } finally {
      if (ownership.isEmpty()) {
        lock.get().close();
      }
    }
  }

  /**
   * Leaves the server; the last process to leave stops it. Further calls do nothing, but wait: the
   * JVM must not end while another thread is still stopping the server, or still starting it.
   */
  @Override
  public void close() {
    watch.ifPresent(running -> running.end(cluster::stop));
    leave();
  }

  private synchronized void leave() {
    if (closed) {
      return;
    }
    closed = true;
    attachment.ifPresent(FileGuard::close);
    Optional<FileGuard> lock = ownership.or(home::lock);
    while (lock.isPresent()) {
      boolean stopped = stopUnlessUsed(lock.get());
      lock = stopped || othersAttached() ? Optional.empty() : home.lock();
    }
    forgetHook();
  }

  private boolean stopUnlessUsed(FileGuard lock) {
    try (var _ = lock) {
      Optional<FileGuard> alone = FileGuard.exclusive(attachments(home));
      if (alone.isEmpty()) {
        return false;
      }
      try (var _ = alone.get()) {
        cluster.stop();
        return true;
      }
    }
  }

  private boolean othersAttached() {
    Optional<FileGuard> alone = FileGuard.exclusive(attachments(home));
    alone.ifPresent(FileGuard::close);
    return alone.isEmpty();
  }

  private static Path attachments(Home home) {
    return home.directory().resolve("attached");
  }

  /** Last, because until the server is down the hook is what keeps an ending JVM waiting. */
  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The JVM is ending, perhaps in this very hook; nothing to forget.
    }
  }
}
