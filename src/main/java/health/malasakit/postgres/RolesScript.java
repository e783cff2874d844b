package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.postgresql.PGConnection;

/**
 * The database, its three roles and the extensions, as an administrator makes them once. What each
 * role may do with a table is granted by the migration that makes the table.
 */
public record RolesScript(RoleNames names) {

  private static final String PASSWORD_REFUSED = "28P01";

  /** The script an administrator runs with psql on a server of their own; safe to run again. */
  public String text() {
    return """
    -- Malasakit: database, roles and extensions. Run as a superuser on PostgreSQL 15 or newer:
    --   psql --dbname=postgres --file=roles.sql
    -- It asks for the passwords. Run again, it keeps what is there and sets the passwords anew.
    \\set ON_ERROR_STOP on

    %s

    \\password %s
    \\password %s
    \\password %s

    select '%s'
      where not exists (select from pg_database where datname = '%s') \\gexec
    \\connect %s

    %s
    """
        .formatted(
            String.join("\n\n", roles()),
            names.owner(),
            names.application(),
            names.backup(),
            database(),
            names.database(),
            names.database(),
            String.join("\n", grants()));
  }

  /** Makes all of it on a server; what is there already stays. The passwords are set anew. */
  public DatabaseAddress apply(ServerAddress server, UnaryOperator<String> passwordOfRole) {
    try {
      try (Connection connection = server.connect("postgres")) {
        execute(connection, roles());
        for (String role : List.of(names.owner(), names.application(), names.backup())) {
          char[] password = passwordOfRole.apply(role).toCharArray();
          connection.unwrap(PGConnection.class).alterUserPassword(role, password, "scram-sha-256");
        }
        if (!databaseExists(connection)) {
          execute(connection, List.of(database()));
        }
      }
      try (Connection connection = server.connect(names.database())) {
        execute(connection, grants());
      }
    } catch (SQLException e) {
      throw refused(e);
    }
    return address(server, passwordOfRole);
  }

  /** Where the database is, once made. */
  DatabaseAddress address(ServerAddress server, UnaryOperator<String> passwordOfRole) {
    return new DatabaseAddress(
        server.url(names.database()),
        new Credentials(names.owner(), passwordOfRole.apply(names.owner())),
        new Credentials(names.application(), passwordOfRole.apply(names.application())),
        names.backup());
  }

  private List<String> roles() {
    return List.of(role(names.owner()), role(names.application()), role(names.backup()));
  }

  private static String role(String name) {
    return """
    do $$ begin
      if not exists (select from pg_roles where rolname = '%s') then
        create role %s login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
      end if;
    end $$;\
    """
        .formatted(name, name);
  }

  private String database() {
    return "create database %s owner %s encoding UTF8 template template0"
        .formatted(names.database(), names.owner());
  }

  /** No temporary tables and no tables in public for the application: it has no DDL at all. */
  private List<String> grants() {
    return List.of(
        "create extension if not exists btree_gist with schema public;",
        "revoke all on database %s from public;".formatted(names.database()),
        "grant connect on database %s to %s, %s;"
            .formatted(names.database(), names.application(), names.backup()),
        "revoke all on schema public from public;",
        "grant usage, create on schema public to %s;".formatted(names.owner()),
        "grant usage on schema public to %s, %s;".formatted(names.application(), names.backup()),
        "grant pg_read_all_data to %s;".formatted(names.backup()));
  }

  private boolean databaseExists(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select from pg_database where datname = ?")) {
      query.setString(1, names.database());
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static DatabaseRefused refused(SQLException e) {
    String sentence =
        PASSWORD_REFUSED.equals(e.getSQLState())
            ? Sentences.of("postgres.not_set_up.passwords")
            : Sentences.of("postgres.not_set_up", e.getMessage());
    return new DatabaseRefused(sentence, e);
  }
}
