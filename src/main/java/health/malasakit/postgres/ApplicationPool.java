package health.malasakit.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The pool of a node. Nobody waits long for a server that is known to be dead or at whose address
 * nobody answers, and an orderly stop waits for none; so the wait for a connection is made of short
 * waits.
 */
final class ApplicationPool extends HikariDataSource {

  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final Duration WAIT_AT_ONCE = Duration.ofSeconds(2);

  /** A server that is started again answers within this; one that does not is away. */
  private static final Duration WAIT_FOR_A_RESTART = Duration.ofSeconds(4);

  /** Of PostgreSQL's driver: nobody answers at the address. */
  private static final String UNREACHABLE = "08001";

  private final Availability database;

  /** Since when nobody answers there, of {@link System#nanoTime}; 0 while somebody does. */
  private final AtomicLong awaySince = new AtomicLong();

  ApplicationPool(HikariConfig config, Availability database) {
    super(hurried(config, database));
    this.database = database;
  }

  private static HikariConfig hurried(HikariConfig config, Availability database) {
    config.setConnectionTimeout(WAIT_AT_ONCE.toMillis());
    // Hikari would take the short wait for a login too, which may take longer on a busy machine.
    config.addDataSourceProperty("loginTimeout", String.valueOf(WAIT.toSeconds()));
    var server =
        new SimpleDriverDataSource(
            new Driver(), config.getJdbcUrl(), config.getDataSourceProperties());
    config.setDataSource(new Knocking(server, database));
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
        var connection = super.getConnection();
        awaySince.set(0);
        return connection;
      } catch (SQLTransientConnectionException none) {
        if (database.ending() || waited(began, WAIT) || away(none, began)) {
          throw none;
        }
      }
    }
  }

  /** Whether nobody has answered there for longer than a restart takes. */
  private boolean away(SQLTransientConnectionException none, long began) {
    if (none.getCause() instanceof SQLException cause && UNREACHABLE.equals(cause.getSQLState())) {
      awaySince.compareAndSet(0, began);
    }
    // Of several who wait Hikari tells one alone why.
    long since = awaySince.get();
    return since != 0 && waited(since, WAIT_FOR_A_RESTART);
  }

  private static boolean waited(long since, Duration atMost) {
    return System.nanoTime() - since > atMost.toNanos();
  }
}
