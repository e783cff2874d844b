package health.malasakit.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Another process on a home, for tests. Says {@code owner PORT} or {@code attached PORT}, does what
 * the second word asks, and ends when its input does.
 */
final class OpenHome {

  private OpenHome() {}

  public static void main(String[] args) throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Home.at(Path.of(args[0])))) {
      String role = postgres.ownsServer() ? "owner" : "attached";
      System.out.println(role + " " + postgres.server().port());
      if (args.length > 1 && args[1].equals("book")) {
        book(postgres.address());
      }
      while (System.in.read() >= 0) {
        // Waits for the end of its input.
      }
    }
  }

  /** Says each visit after it is committed, until it is killed. */
  private static void book(DatabaseAddress address) throws SQLException {
    try (Connection connection = Sql.connect(address.url(), address.owner());
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists visit (id int)");
      for (int id = 1; ; id++) {
        statement.execute("insert into visit values (" + id + ")");
        System.out.println("booked " + id);
      }
    }
  }
}
