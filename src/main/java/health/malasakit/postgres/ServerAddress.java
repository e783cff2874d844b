package health.malasakit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL server with its superuser, for setting up databases and for nothing else. */
public record ServerAddress(String host, int port, Credentials superuser) {

  /** The JDBC address of one database on this server. */
  public String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
  }

  /** A connection as superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), superuser.name(), superuser.password());
  }
}
