package health.malasakit.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to a server that may just be starting: for a moment it is asked again and again. The
 * pool above would ask it after pauses that double up to five seconds, so that nobody would be
 * served for that long after it is there again.
 */
final class Knocking extends DelegatingDataSource {

  /** Less than whoever wants a connection waits before she looks why there is none. */
  private static final Duration FOR = Duration.ofMillis(1500);

  private static final Duration EACH = Duration.ofMillis(100);

  /** Of PostgreSQL: nobody answers at the address; it is starting, or ends. */
  private static final Set<String> NOT_YET = Set.of("08001", "57P03");

  private final Availability database;

  Knocking(DataSource server, Availability database) {
    super(server);
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return knock(super::getConnection);
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return knock(() -> super.getConnection(username, password));
  }

  private interface Door {
    Connection open() throws SQLException;
  }

  private Connection knock(Door door) throws SQLException {
    var began = System.nanoTime();
    while (true) {
      try {
        return door.open();
      } catch (SQLException closed) {
        boolean over = System.nanoTime() - began > FOR.toNanos();
        if (over
            || database.ending()
            || Thread.currentThread().isInterrupted()
            || !NOT_YET.contains(closed.getSQLState())) {
          throw closed;
        }
        LockSupport.parkNanos(EACH.toNanos());
      }
    }
  }

  /** How long a login may take is a setting of the driver. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }
}
