package health.malasakit.live;

import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The node's one connection that hears what any node told. When it breaks it is made anew, and all
 * streams end: their pages come back by themselves and read what they missed.
 */
@Component
@ConditionalOnWebApplication
class Listener implements SmartLifecycle {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration TRY_AGAIN = Duration.ofMillis(500);
  private static final int ANSWER_SECONDS_MAX = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final DatabaseAddress address;
  private final Streams streams;
  private volatile Optional<Thread> thread = Optional.empty();
  private volatile Optional<Connection> connection = Optional.empty();

  Listener(DatabaseAddress address, Streams streams) {
    this.address = address;
    this.streams = streams;
  }

  @Override
  public void start() {
    thread = Optional.of(Thread.ofPlatform().daemon().name("live-listener").start(this::listen));
  }

  private void listen() {
    while (isRunning()) {
      try (var opened = open()) {
        connection = Optional.of(opened);
        streams.endAll();
        hear(opened);
      } catch (SQLException lost) {
        if (isRunning()) {
          LOG.warn("The live connection is lost and made anew: {}", lost.getMessage());
          pause();
        }
      }
    }
  }

  private Connection open() throws SQLException {
    var settings = new Properties();
    settings.setProperty("user", address.application().name());
    settings.setProperty("password", address.application().password());
    settings.setProperty("ApplicationName", NotificationStore.CHANNEL);
    var opened = DriverManager.getConnection(address.url(), settings);
    try (var statement = opened.createStatement()) {
      statement.execute("listen " + NotificationStore.CHANNEL);
      return opened;
    } catch (SQLException refused) {
      opened.close();
      throw refused;
    }
  }

  private void hear(Connection opened) throws SQLException {
    var postgres = opened.unwrap(PGConnection.class);
    while (isRunning()) {
      var heard = postgres.getNotifications((int) LOOK_EVERY.toMillis());
      Stream.ofNullable(heard)
          .flatMap(Stream::of)
          .flatMap(notification -> notification.getParameter().lines())
          .map(Topic::new)
          .forEach(streams::tell);
      if ((heard == null || heard.length == 0) && !opened.isValid(ANSWER_SECONDS_MAX)) {
        throw new SQLException("no answer within " + ANSWER_SECONDS_MAX + " s");
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(TRY_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    thread = Optional.empty();
    connection.ifPresent(Listener::abort);
  }

  private static void abort(Connection opened) {
    try {
      opened.abort(Runnable::run);
    } catch (SQLException gone) {
      LOG.debug("The live connection was gone already", gone);
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isPresent();
  }
}
