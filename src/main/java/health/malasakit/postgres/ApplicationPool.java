package health.malasakit.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * The pool of a node. Nobody waits for a server that is known to be dead, and an orderly stop waits
 * for none that does not answer; so the wait for a connection is made of short waits.
 */
final class ApplicationPool extends HikariDataSource {

  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final Duration WAIT_AT_ONCE = Duration.ofSeconds(2);

  private final Availability database;

  ApplicationPool(HikariConfig config, Availability database) {
    super(hurried(config));
    this.database = database;
  }

  private static HikariConfig hurried(HikariConfig config) {
    config.setConnectionTimeout(WAIT_AT_ONCE.toMillis());
    // Hikari would take the short wait for a login too, which may take longer on a busy machine.
    config.addDataSourceProperty("loginTimeout", String.valueOf(WAIT.toSeconds()));
    return config;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var began = System.nanoTime();
    while (true) {
      if (database.restarting()) {
        throw new SQLTransientConnectionException("The database is being restarted");
      }
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException none) {
        if (database.ending() || System.nanoTime() - began > WAIT.toNanos()) {
          throw none;
        }
      }
    }
  }
}
