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
  private static final Duration TRY_AGAIN_MIN = Duration.ofMillis(500);
  private static final Duration TRY_AGAIN_MAX = Duration.ofSeconds(4);
  private static final int ANSWER_SECONDS_MAX = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final DatabaseAddress address;
  private final Streams streams;
  private volatile boolean running;
  private volatile Optional<Connection> connection = Optional.empty();

  Listener(DatabaseAddress address, Streams streams) {
    this.address = address;
    this.streams = streams;
  }

  @Override
  public void start() {
    // Before the thread looks, which ends when it does not run.
    running = true;
    Thread.ofPlatform().daemon().name("live-listener").start(this::listen);
  }

  private void listen() {
    var pause = Duration.ZERO;
    while (isRunning()) {
      try (var opened = open()) {
        connection = Optional.of(opened);
        streams.endAll();
        if (!pause.isZero()) {
          LOG.warn("The live connection is back.");
        }
        pause = Duration.ZERO;
        hear(opened);
      } catch (SQLException lost) {
        if (isRunning()) {
          pause = lost(lost, pause);
        }
      }
    }
  }

  /** Says it once and waits longer each time. */
  private Duration lost(SQLException reason, Duration before) {
    if (before.isZero()) {
      LOG.warn("The live connection is lost and made anew: {}", reason.getMessage());
    }
    var pause = before.isZero() ? TRY_AGAIN_MIN : before.multipliedBy(2);
    pause = pause.compareTo(TRY_AGAIN_MAX) > 0 ? TRY_AGAIN_MAX : pause;
    pause(pause);
    return pause;
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

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
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
    return running;
  }
}
