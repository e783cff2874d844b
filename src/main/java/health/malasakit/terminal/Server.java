package health.malasakit.terminal;

import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Welcome;
import health.malasakit.postgres.Availability;
import health.malasakit.postgres.DatabaseRefused;
import health.malasakit.postgres.Databases;
import java.io.PrintWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The server from start to stop. It is stopped in order, whenever Ctrl-C comes: web server, jobs,
 * pools, and PostgreSQL last.
 */
final class Server implements AutoCloseable {

  private final Opener opener;
  private final Map<String, Object> settings;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Optional<Databases> databases = Optional.empty();
  private volatile Optional<ConfigurableApplicationContext> context = Optional.empty();
  private volatile Optional<DatabaseRefused> gone = Optional.empty();
  private volatile boolean prepared;
  private volatile boolean ending;

  Server(Opener opener, Map<String, Object> settings) {
    this.opener = opener;
    this.settings = settings;
  }

  /**
   * Starts, prepares, says that it is ready and what else is to be said, and works until Ctrl-C.
   * Until it is ready every page says that it is being prepared.
   *
   * @param prepare done before "ready"; gives lines to be said after it
   * @throws DatabaseRefused when the embedded database died and could not be started again
   */
  void run(PrintWriter out, Function<ApplicationContext, List<String>> prepare) {
    var listening = Listening.of(opener.environment());
    var serving = new Serving(opener.home());
    listening.requireFree(serving);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    try {
      var running = start(listening);
      var told = prepare.apply(running);
      var port = ((WebServerApplicationContext) running).getWebServer();
      var address = listening.browse(port == null ? listening.port() : port.getPort());
      var lines = lines(running, address, told);
      serving.begins(address);
      prepared = true;
      lines.forEach(out::println);
      out.flush();
    } catch (RuntimeException | Error failed) {
      close();
      throw failed;
    }
    await();
    gone.ifPresent(reason -> {
      close();
      throw reason;
    });
  }

  private ConfigurableApplicationContext start(Listening listening) {
    var opened = opener.databases();
    databases = Optional.of(opened);
    var all = new HashMap<>(settings);
    all.putAll(listening.settings());
    opened.embedded().ifPresent(postgres -> postgres.keepRunning(this::gone));
    var running = opener.serving(opened, availability(opened), all);
    context = Optional.of(running);
    return running;
  }

  private Availability availability(Databases opened) {
    return new Availability() {
      @Override
      public boolean restarting() {
        return opened.restarting();
      }

      @Override
      public boolean preparing() {
        return !prepared;
      }

      @Override
      public boolean ending() {
        return ending;
      }
    };
  }

  private void gone(DatabaseRefused reason) {
    gone = Optional.of(reason);
    stopped.countDown();
  }

  /** All of them are known before the first is said: who reads "ready" may rely on it. */
  private static List<String> lines(ApplicationContext running, URI address, List<String> told) {
    var welcomes =
        running
            .getBeanProvider(Welcome.class)
            .orderedStream()
            .flatMap(welcome -> welcome.lines(address).stream());
    return Stream.of(Stream.of(Sentences.of("terminal.ready", address)), welcomes, told.stream())
        .flatMap(lines -> lines)
        .toList();
  }

  private void await() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops what runs; a second call waits for the first and does nothing. */
  @Override
  public void close() {
    ending = true;
    stop();
  }

  private synchronized void stop() {
    try {
      context.ifPresent(ConfigurableApplicationContext::close);
    } finally {
      databases.ifPresent(Databases::close);
      new Serving(opener.home()).ends();
      stopped.countDown();
    }
  }
}
