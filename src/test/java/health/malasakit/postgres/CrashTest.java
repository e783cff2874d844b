package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EmbeddedOnly
@Tag("slow")
class CrashTest {

  @TempDir Path directory;
  private Home home;

  @BeforeEach
  void open() throws IOException {
    home = Homes.at(directory.resolve("home"));
  }

  @Test
  void the_second_start_finds_the_data_of_the_first() throws SQLException {
    int port;
    try (EmbeddedPostgres first = EmbeddedPostgres.open(home)) {
      port = first.server().port();
      run(first, "create table visit as select 7 as id");
    }
    assertThat(Postmaster.of(home)).isEmpty();
    try (EmbeddedPostgres second = EmbeddedPostgres.open(home)) {
      assertThat(visits(second)).isEqualTo("1");
      assertThat(second.server().port()).isEqualTo(port);
    }
  }

  @Test
  void a_killed_malasakit_leaves_a_server_that_the_next_start_stops_first() throws Exception {
    int booked;
    try (OtherProcess other = OtherProcess.on(home, "book")) {
      assertThat(other.says()).startsWith("owner");
      for (int heard = 0; heard < 50; heard++) {
        other.says();
      }
      booked = 50 + other.killed().size();
    }
    long orphan = Postmaster.of(home).orElseThrow().pid();

    try (EmbeddedPostgres next = EmbeddedPostgres.open(home)) {
      assertThat(next.ownsServer()).isTrue();
      assertThat(Postmaster.of(home).orElseThrow().pid()).isNotEqualTo(orphan);
      assertThat(Integer.parseInt(visits(next))).isGreaterThanOrEqualTo(booked - 1);
    }
  }

  @Test
  void a_killed_server_recovers_at_the_next_start() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.open(home)) {
      run(first, "create table visit as select generate_series(1, 1000) as id");
      kill(Postmaster.of(home).orElseThrow().pid());
    }
    try (EmbeddedPostgres next = EmbeddedPostgres.open(home)) {
      assertThat(visits(next)).isEqualTo("1000");
    }
  }

  @Test
  void a_stale_file_that_names_a_foreign_process_harms_neither() throws Exception {
    Process foreign = new ProcessBuilder("sleep", "600").start();
    try (EmbeddedPostgres first = EmbeddedPostgres.open(home)) {
      run(first, "create table visit as select 1 as id");
      kill(Postmaster.of(home).orElseThrow().pid());
      Path file = Cluster.data(home).resolve("postmaster.pid");
      String rest = Files.readString(file).replaceFirst("\\d+", "");
      Files.writeString(file, foreign.pid() + rest);
    }
    try (EmbeddedPostgres next = EmbeddedPostgres.open(home)) {
      assertThat(visits(next)).isEqualTo("1");
      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroy();
    }
  }

  @Test
  void a_malasakit_that_is_asked_to_end_stops_its_server() throws Exception {
    try (OtherProcess other = OtherProcess.on(home)) {
      assertThat(other.says()).startsWith("owner");
      other.askedToEnd();
    }
    assertThat(Postmaster.of(home)).isEmpty();
    assertThat(Postmaster.processes(home)).isEmpty();
  }

  @Test
  void ending_twice_at_once_stops_the_server_too() throws Exception {
    try (OtherProcess other = OtherProcess.on(home)) {
      other.says();
      other.endsWhileAskedTo();
    }
    assertThat(Postmaster.of(home)).isEmpty();
  }

  @Test
  void the_server_stays_for_who_still_uses_it_and_the_last_to_leave_stops_it() throws Exception {
    try (OtherProcess other = OtherProcess.on(home)) {
      other.says();
      EmbeddedPostgres attached = EmbeddedPostgres.open(home);
      assertThat(attached.ownsServer()).isFalse();
      other.ends();

      run(attached, "create table visit as select 1 as id");
      try (EmbeddedPostgres newcomer = EmbeddedPostgres.open(home)) {
        assertThat(newcomer.ownsServer()).isTrue();
        assertThat(visits(newcomer)).isEqualTo("1");
      }
      assertThat(visits(attached)).isEqualTo("1");
      attached.close();
    }
    assertThat(Postmaster.of(home)).isEmpty();
  }

  @Test
  void a_home_of_another_major_version_is_refused() throws IOException {
    EmbeddedPostgres.open(home).close();
    Files.writeString(Cluster.data(home).resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedPostgres.open(home))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("was made by PostgreSQL 17 and this Malasakit brings 18")
        .hasMessageContaining("make one with the Malasakit that made this home")
        .hasMessageContaining("bin/malasakit backup")
        .hasMessageContaining("restore it with this one into a new home");
    assertThat(home.lock())
        .as("the lock is free again")
        .isPresent()
        .get()
        .satisfies(g -> g.close());
  }

  @Test
  void lost_passwords_are_named_as_the_reason() throws IOException {
    EmbeddedPostgres.open(home).close();
    Files.delete(home.directory().resolve("secrets").resolve(Cluster.SUPERUSER));

    assertThatThrownBy(() -> EmbeddedPostgres.open(home))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("secrets");
    assertThat(Postmaster.of(home)).isEmpty();
  }

  private static void kill(long pid) {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> children = server.descendants().toList();
    server.destroyForcibly();
    await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    Sql.run(postgres.address().url(), postgres.address().owner(), sql);
  }

  private static String visits(EmbeddedPostgres postgres) throws SQLException {
    DatabaseAddress address = postgres.address();
    return Sql.one(address.url(), address.owner(), "select count(*) from visit");
  }
}
