package health.malasakit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.RoleNames;
import health.malasakit.postgres.RolesScript;
import health.malasakit.postgres.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;

/**
 * Copies of a database that is migrated once in this JVM. Nobody is connected to that one, for then
 * it could not be copied.
 */
final class MigratedCopies {

  private final AtomicInteger made = new AtomicInteger();
  private final ServerAddress server;
  private final DatabaseAddress shared;
  private final String template;

  MigratedCopies(ServerAddress server, DatabaseAddress shared) {
    this.server = server;
    this.shared = shared;
    this.template = name(shared) + "_template";
    migrate(granted(template));
  }

  /** The name of a database. */
  static String name(DatabaseAddress address) {
    return address.url().substring(address.url().lastIndexOf('/') + 1);
  }

  /** One more, which nobody has used yet. */
  DatabaseAddress next() {
    var name = name(shared) + "_" + made.incrementAndGet();
    try (Connection admin = server.connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute(
          "create database %s owner %s template %s"
              .formatted(name, shared.owner().name(), template));
      TestDatabase.hurry(admin, name);
      var address = granted(name);
      TestDatabase.quickDoor(admin, address);
      return address;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is granted on a database itself is not copied with it. */
  private DatabaseAddress granted(String database) {
    var names =
        new RoleNames(
            database, shared.owner().name(), shared.application().name(), shared.backupRole());
    return new RolesScript(names).apply(server, TestDatabase::password);
  }

  /** As a start of the application does. */
  private static void migrate(DatabaseAddress address) {
    // No application has told the log what to say yet.
    ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.ERROR);
    Flyway.configure()
        .dataSource(address.url(), address.owner().name(), address.owner().password())
        .locations("classpath:db/migration")
        .schemas("kernel_history")
        .createSchemas(true)
        .placeholders(
            Map.of(
                "owner", address.owner().name(),
                "application", address.application().name(),
                "backup", address.backupRole()))
        .load()
        .migrate();
  }
}
