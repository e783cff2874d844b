package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EmbeddedOnly
class EmbeddedPostgresTest {

  @TempDir static Path directory;
  private static Home home;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void open() {
    home = Home.at(directory.resolve("a home"));
    postgres = EmbeddedPostgres.open(home);
  }

  @AfterAll
  static void close() {
    postgres.close();
  }

  @Test
  void what_is_committed_is_on_the_disk() throws SQLException {
    assertThat(setting("server_version_num")).startsWith("18");
    for (String on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
      assertThat(setting(on)).as(on).isEqualTo("on");
    }
  }

  @Test
  void a_wrong_password_is_refused_by_scram() throws SQLException {
    Credentials wrong = new Credentials("malasakit_app", "guess");

    assertThatThrownBy(() -> Sql.run(url(), wrong, "select 1")).hasMessageContaining("password");
    assertThat(
            asSuperuser(
                "select count(*) from pg_authid where rolcanlogin and rolpassword not like 'SCRAM%'"))
        .isEqualTo("0");
    assertThat(asSuperuser("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
        .isEqualTo("scram-sha-256");
  }

  @Test
  void passwords_can_be_read_by_their_owner_only() throws IOException {
    try (Stream<Path> secrets = Files.list(home.directory().resolve("secrets"))) {
      assertThat(secrets.toList())
          .hasSize(4)
          .allSatisfy(secret -> assertThat(permissions(secret)).isEqualTo("rw-------"));
    }
    assertThat(permissions(home.directory())).isEqualTo("rwx------");
    assertThat(home.directory().resolve("database.password")).doesNotExist();
  }

  @Test
  void only_this_machine_can_connect() throws SQLException, IOException {
    assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting("unix_socket_directories")).isEmpty();
    List<InetAddress> elsewhere =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
            .toList();
    assertThat(elsewhere)
        .allSatisfy(address ->
            assertThatThrownBy(() -> new Socket(address, postgres.server().port()).close())
                .isInstanceOf(IOException.class));
  }

  @Test
  void the_application_can_make_no_table() {
    Credentials application = postgres.address().application();

    assertThatThrownBy(() -> Sql.run(url(), application, "create table mine (id int)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> Sql.run(url(), application, "create temp table mine (id int)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> Sql.run(url(), application, "create schema mine"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void no_role_of_malasakit_is_above_the_rules() throws SQLException {
    assertThat(
            asSuperuser(
                """
                select count(*) from pg_roles
                 where rolname like 'malasakit%'
                   and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)
                """))
        .isEqualTo("3");
  }

  @Test
  void what_people_typed_is_not_in_the_logs() throws IOException, SQLException {
    Credentials owner = postgres.address().owner();
    Sql.run(url(), owner, "create table person (name text primary key)");
    Sql.run(url(), owner, "insert into person values ('Dalisay')");

    for (String wrong :
        List.of(
            "insert into person values ('Dalisay')",
            "select 'Dalisay'::uuid",
            "selekt 'Dalisay'",
            "do $$ begin raise warning 'Dalisay'; end $$")) {
      try {
        Sql.run(url(), owner, wrong);
      } catch (SQLException expected) {
        assertThat(expected.getMessage()).contains("ERROR");
      }
    }

    assertThat(logs()).contains("database system is ready").doesNotContain("Dalisay");
  }

  @Test
  void another_process_on_the_same_home_uses_the_server_that_runs() throws Exception {
    try (OtherProcess other = OtherProcess.on(home)) {
      assertThat(other.says()).isEqualTo("attached " + postgres.server().port());
      other.ends();
    }
    assertThat(postgres.ownsServer()).isTrue();
    assertThat(home.holder()).hasValue(ProcessHandle.current().pid());
    assertThat(setting("port")).isEqualTo(String.valueOf(postgres.server().port()));
  }

  private static String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(home.directory().resolve("logs"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String setting(String name) throws SQLException {
    return asSuperuser("show " + name);
  }

  private static String asSuperuser(String query) throws SQLException {
    return Sql.one(url(), postgres.server().superuser(), query);
  }

  private static String url() {
    return postgres.address().url();
  }
}
