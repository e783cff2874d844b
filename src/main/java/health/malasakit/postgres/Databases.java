package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The database that this process uses: the embedded one, or the one the environment names. */
public final class Databases implements AutoCloseable {

  /** The variable with the JDBC address of a database that an administrator runs. */
  public static final String URL_VARIABLE = "MALASAKIT_DATABASE_URL";

  private static final String OWNER_VARIABLE = "MALASAKIT_DATABASE_OWNER";
  private static final String APPLICATION_VARIABLE = "MALASAKIT_DATABASE_APPLICATION";
  private static final String BACKUP_VARIABLE = "MALASAKIT_DATABASE_BACKUP";
  private static final int OLDEST_MAJOR = 15;
  private static final int VERSION_NUMBERS_PER_MAJOR = 10_000;

  private static final String WHO =
      """
      select current_setting('server_version_num')::int as version,
             rolsuper or rolbypassrls as unbound
        from pg_roles where rolname = current_user
      """;

  private static final String BACKUP_PASSWORD_VARIABLE = "MALASAKIT_DATABASE_BACKUP_PASSWORD";

  private final DatabaseAddress address;
  private final Optional<EmbeddedPostgres> embedded;
  private final String backupPassword;

  private Databases(
      DatabaseAddress address, Optional<EmbeddedPostgres> embedded, String backupPassword) {
    this.address = address;
    this.embedded = embedded;
    this.backupPassword = backupPassword;
  }

  /**
   * Opens the database that {@value #URL_VARIABLE} names, with {@code MALASAKIT_DATABASE_OWNER},
   * {@code MALASAKIT_DATABASE_APPLICATION} (and each with {@code _PASSWORD}); without that variable
   * the embedded one of the home.
   *
   * @throws DatabaseRefused when neither can be used, with the reason
   */
  public static Databases open(Home home, Map<String, String> environment) {
    if (isNamed(environment)) {
      var external = external(environment);
      Unfinished.refuse(external);
      var password = environment.getOrDefault(BACKUP_PASSWORD_VARIABLE, "");
      return new Databases(external, Optional.empty(), password);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.open(home);
    try {
      Unfinished.refuse(postgres.address());
      return new Databases(postgres.address(), Optional.of(postgres), "");
    } catch (DatabaseRefused unfinished) {
      postgres.close();
      throw unfinished;
    }
  }

  /**
   * Makes nothing, neither a home nor a database.
   *
   * @throws DatabaseRefused when there is no database, or no home beside the one that is named
   */
  public static void requireThere(Map<String, String> environment) {
    Path home = Home.named(environment);
    if (isNamed(environment)) {
      if (!Files.isDirectory(home.resolve(Home.SECRETS))) {
        throw new DatabaseRefused(Sentences.of("postgres.no_home", home, Home.VARIABLE));
      }
    } else if (!Files.isDirectory(home.resolve(Cluster.FOLDER))) {
      throw new DatabaseRefused(
          Sentences.of("postgres.nothing_there", home, URL_VARIABLE, Home.VARIABLE));
    }
  }

  private static boolean isNamed(Map<String, String> environment) {
    return !environment.getOrDefault(URL_VARIABLE, "").isBlank();
  }

  private static DatabaseAddress external(Map<String, String> environment) {
    String named = environment.getOrDefault(URL_VARIABLE, "").strip();
    DatabaseAddress address =
        new DatabaseAddress(
            named.startsWith("jdbc:") ? named : "jdbc:" + named,
            credentials(environment, OWNER_VARIABLE, RoleNames.STANDARD.owner()),
            credentials(environment, APPLICATION_VARIABLE, RoleNames.STANDARD.application()),
            environment.getOrDefault(BACKUP_VARIABLE, RoleNames.STANDARD.backup()));
    check(address.url(), address.owner());
    check(address.url(), address.application());
    return address;
  }

  private static Credentials credentials(
      Map<String, String> environment, String variable, String usual) {
    String password = environment.getOrDefault(variable + "_PASSWORD", "");
    if (password.isEmpty()) {
      throw new DatabaseRefused(Sentences.of("postgres.password_needed", URL_VARIABLE, variable));
    }
    return new Credentials(environment.getOrDefault(variable, usual), password);
  }

  /** Row-level security does not bind a superuser, so neither role may be one. */
  private static void check(String url, Credentials role) {
    try (Connection connection = DriverManager.getConnection(url, role.name(), role.password());
        Statement statement = connection.createStatement();
        ResultSet who = statement.executeQuery(WHO)) {
      who.next();
      requireVersion(who.getInt("version") / VERSION_NUMBERS_PER_MAJOR);
      if (who.getBoolean("unbound")) {
        throw new DatabaseRefused(Sentences.of("postgres.unbound", role.name()));
      }
    } catch (SQLException e) {
      throw new DatabaseRefused(
          Sentences.of("postgres.no_connection", role.name(), e.getMessage()), e);
    }
  }

  static void requireVersion(int major) {
    if (major < OLDEST_MAJOR) {
      throw new DatabaseRefused(Sentences.of("postgres.too_old", OLDEST_MAJOR, major));
    }
  }

  /** Where the database is and who may use it. */
  public DatabaseAddress address() {
    return address;
  }

  /**
   * The role that reads everything.
   *
   * @throws DatabaseRefused when the environment names a database and not the password of this role
   */
  public Credentials backup() {
    if (embedded.isPresent()) {
      return embedded.get().backup();
    }
    if (backupPassword.isEmpty()) {
      throw new DatabaseRefused(
          Sentences.of("postgres.backup_password", BACKUP_PASSWORD_VARIABLE, address.backupRole()));
    }
    return new Credentials(address.backupRole(), backupPassword);
  }

  /** The embedded server, when that is what is used. */
  public Optional<EmbeddedPostgres> embedded() {
    return embedded;
  }

  /** Whether the embedded server was seen dead and is not back yet. */
  public boolean restarting() {
    return embedded.map(EmbeddedPostgres::restarting).orElse(false);
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
