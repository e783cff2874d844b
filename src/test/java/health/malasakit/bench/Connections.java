package health.malasakit.bench;

import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain connections, a few for each client: a request may hold several at once. */
record Connections(List<List<Connection>> application, List<List<Connection>> owner)
    implements AutoCloseable {

  private static final int AT_ONCE = 3;

  Connections(DatabaseAddress address) throws SQLException {
    this(open(address, address.application()), open(address, address.owner()));
  }

  Connection anOwner() {
    return owner.getFirst().getFirst();
  }

  private static List<List<Connection>> open(DatabaseAddress address, Credentials as)
      throws SQLException {
    var all = new ArrayList<List<Connection>>();
    for (int client = 0; client < Measured.CLIENTS; client++) {
      var own = new ArrayList<Connection>();
      for (int number = 0; number < AT_ONCE; number++) {
        own.add(DriverManager.getConnection(address.url(), as.name(), as.password()));
      }
      all.add(own);
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    for (var own : List.of(application, owner)) {
      for (var some : own) {
        for (var one : some) {
          one.close();
        }
      }
    }
  }
}
