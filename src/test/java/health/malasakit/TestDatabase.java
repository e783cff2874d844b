package health.malasakit;

import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.RoleNames;
import health.malasakit.postgres.RolesScript;
import health.malasakit.postgres.ServerAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.Driver;

/**
 * Databases for tests. The server is the embedded one with its home under {@code target/test-home}
 * (kept between runs, so only the first is slow), or the one that {@value #PROPERTY} names, a JDBC
 * address with a superuser's {@code user} and {@code password} (or {@code PGUSER}, {@code
 * PGPASSWORD}). Each JVM makes databases and roles of its own and drops those that ended runs left.
 * None has to outlive a machine that loses its power, so nobody waits for the disk.
 */
public final class TestDatabase {

  /** The system property that names an external server. */
  public static final String PROPERTY = "malasakit.test.database";

  private static final String PREFIX = "test_";

  private static final ServerAddress SERVER = server();

  /** Open as long as this JVM lives: a database with a connection belongs to a living run. */
  private static final List<Connection> KEPT = new ArrayList<>();

  private static final DatabaseAddress SHARED = start();

  private TestDatabase() {}

  /** The database that all tests of this JVM share. Empty until somebody migrates it. */
  public static DatabaseAddress address() {
    return SHARED;
  }

  /** Another database, empty, with roles of its own. */
  public static DatabaseAddress fresh() {
    try (Connection admin = SERVER.connect("postgres")) {
      return made(admin);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection as superuser, for what no role of Malasakit may do. */
  public static Connection superuser(DatabaseAddress address) throws SQLException {
    return SERVER.connect(MigratedCopies.name(address));
  }

  /** Another database, migrated, with the roles of the shared one; quicker than an empty one. */
  public static DatabaseAddress migrated() {
    return Copies.MADE.next();
  }

  /** Begun when the first is asked for. */
  private static final class Copies {
    private static final MigratedCopies MADE = new MigratedCopies(SERVER, SHARED);
  }

  private static DatabaseAddress start() {
    try (Connection admin = SERVER.connect("postgres")) {
      dropLeftOvers(admin);
      return made(admin);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized DatabaseAddress made(Connection admin) throws SQLException {
    String name = PREFIX + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    RoleNames names = new RoleNames(name, name + "_owner", name + "_app", name + "_backup");
    locked(admin);
    try {
      DatabaseAddress address = new RolesScript(names).apply(SERVER, TestDatabase::password);
      KEPT.add(SERVER.connect(name));
      hurry(admin, name);
      quickDoor(admin, address);
      return address;
    } finally {
      unlocked(admin);
    }
  }

  static String password(String role) {
    return role + "_password";
  }

  /** The databases and roles of a JVM begin with the name of its shared database. */
  private static void dropLeftOvers(Connection admin) throws SQLException {
    locked(admin);
    try (Statement statement = admin.createStatement()) {
      Set<String> used = new HashSet<>();
      for (String database : names(statement, "select datname from pg_database order by 1")) {
        if (!used.contains(begun(database)) && !dropped(statement, "drop database " + database)) {
          used.add(begun(database));
        }
      }
      for (String role : names(statement, "select rolname from pg_roles")) {
        if (!used.contains(begun(role))) {
          dropped(statement, "drop role " + role);
        }
      }
    } finally {
      unlocked(admin);
    }
  }

  private static String begun(String name) {
    int end = name.indexOf('_', PREFIX.length());
    return end < 0 ? name : name.substring(0, end);
  }

  private static List<String> names(Statement statement, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("select * from (" + query + ") x (name)")) {
      while (rows.next()) {
        if (rows.getString(1).startsWith(PREFIX)) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  /** False when another run uses it. */
  private static boolean dropped(Statement statement, String drop) {
    try {
      statement.execute(drop);
      return true;
    } catch (SQLException inUse) {
      return false;
    }
  }

  /** Between making a database and connecting to it, no other run may take it for a left-over. */
  private static void locked(Connection admin) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('malasakit.test'))");
    }
  }

  private static void unlocked(Connection admin) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("select pg_advisory_unlock(hashtext('malasakit.test'))");
    }
  }

  /** A commit of a test need not be on the disk; a killed server has it all the same. */
  static void hurry(Connection admin, String database) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("alter database " + database + " set synchronous_commit = off");
    }
  }

  /**
   * Passwords that everybody knows need no 4096 rounds at each connection: ours is a Java without
   * its last compiler, which takes 12 ms for them. A server before version 16 knows only that many.
   */
  static void quickDoor(Connection admin, DatabaseAddress address) throws SQLException {
    if (admin.getMetaData().getDatabaseMajorVersion() < 16) {
      return;
    }
    for (Credentials role : List.of(address.owner(), address.application())) {
      quickDoor(admin, role);
    }
  }

  private static void quickDoor(Connection admin, Credentials role) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("set scram_iterations = 1");
      statement.execute("alter role " + role.name() + " password '" + role.password() + "'");
    }
  }

  /** The embedded one is nobody else's, so that new databases need not wait either. */
  private static ServerAddress withoutDisk(ServerAddress server) {
    try (Connection admin = server.connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("alter system set fsync = off");
      statement.execute("select pg_reload_conf()");
      locked(admin);
      quickDoor(admin, server.superuser());
      return server;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerAddress server() {
    String named = System.getProperty(PROPERTY, "");
    if (named.isBlank()) {
      return withoutDisk(EmbeddedPostgres.open(Home.at(Path.of("target", "test-home"))).server());
    }
    Properties parts = Driver.parseURL(named, new Properties());
    if (parts == null) {
      throw new IllegalArgumentException(PROPERTY + " is not a JDBC address of PostgreSQL");
    }
    var environment = System.getenv();
    return new ServerAddress(
        parts.getProperty("PGHOST"),
        Integer.parseInt(parts.getProperty("PGPORT")),
        new Credentials(
            parts.getProperty("user", environment.getOrDefault("PGUSER", "postgres")),
            parts.getProperty("password", environment.getOrDefault("PGPASSWORD", ""))));
  }
}
