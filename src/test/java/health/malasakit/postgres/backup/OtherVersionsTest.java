package health.malasakit.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.TestDatabase;
import health.malasakit.kernel.Refused;
import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Backups of databases that stand at other migrations than the program's. */
@Tag("slow")
class OtherVersionsTest {

  private static final KeptBeside BESIDE = new KeptBeside("anchors", "archive");

  private static final Restore.Then NOTHING_MORE =
      new Restore.Then() {
        @Override
        public void loaded(Connection owner) {}

        @Override
        public void ready(Connection owner, Manifest manifest) {}
      };

  @TempDir Path directory;

  @BeforeAll
  static void quietly() {
    // No application has told the log what to say yet.
    LoggingSystem.get(OtherVersionsTest.class.getClassLoader())
        .setLogLevel("org.flywaydb", LogLevel.ERROR);
  }

  @Test
  void an_older_one_is_restored_at_its_version_and_then_migrated() throws SQLException {
    var older = TestDatabase.fresh();
    var last = Migrations.known().last();
    Migrations.upTo(older, Optional.of(Migrations.known().lower(last)));
    try (var owner = Statements.connect(older, older.owner())) {
      Statements.run(
          owner,
          "insert into kernel.incident values ('00000000-0000-7000-8000-000000000001', now(),"
              + " 'event', 'a\\b' || chr(10) || chr(9), '00000000-0000-7000-8000-000000000002')");
    }
    var file = directory.resolve("older.backup");
    var key = BackupKey.make(directory.resolve("key"));
    backup(older).write(file, key, false);
    var place = TestDatabase.fresh();

    var checked = Restore.check(file, key);
    Restore.requireKnown(checked, file);
    new Restore(place, home("place"), BESIDE).load(file, key, NOTHING_MORE);

    assertThat(checked.manifest().migrations()).hasSize(Migrations.known().size() - 1);
    try (var owner = Statements.connect(place, place.owner())) {
      assertThat(History.of(owner)).hasSize(Migrations.known().size());
      assertThat(Statements.texts(owner, "select subject from kernel.incident"))
          .containsExactly("a\\b\n\t");
      assertThat(Statements.is(owner, "select to_regnamespace('malasakit_restoring') is null"))
          .isTrue();
      assertThat(unbound(owner)).as("policies bind the owner again").isEmpty();
    }
    assertThatThrownBy(
            () -> new Restore(place, home("place"), BESIDE).load(file, key, NOTHING_MORE))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("There is something in this database");
  }

  @Test
  void a_newer_one_and_one_of_another_program_are_refused_before_anything_is_made() {
    var ours = new ArrayList<Manifest.Migration>();
    Migrations.known().forEach(version -> ours.add(new Manifest.Migration(version, 1)));
    var newer = new ArrayList<>(ours);
    newer.add(new Manifest.Migration("99991231000000", 1));
    var between = new ArrayList<>(ours);
    between.remove(ours.size() / 2);

    assertThatThrownBy(() -> known(newer))
        .hasMessageContaining("comes from a newer Malasakit")
        .hasMessageContaining("99991231000000");
    assertThatThrownBy(() -> known(between)).hasMessageContaining("other migrations");
  }

  @Test
  void a_table_of_which_the_backup_role_sees_less_than_every_row_stops_the_backup()
      throws SQLException {
    var address = TestDatabase.fresh();
    Migrations.upTo(address, Optional.empty());
    try (var owner = Statements.connect(address, address.owner())) {
      Statements.run(owner, "drop policy backup_read on access.membership");
      Statements.run(
          owner, "create policy less on audit.seal as restrictive for select using (position > 3)");
    }
    var file = directory.resolve("less.backup");
    var key = BackupKey.make(directory.resolve("key"));

    assertThatThrownBy(() -> backup(address).write(file, key, false))
        .hasMessageContaining("access.membership, audit.seal");
    assertThat(directory.toFile().list()).doesNotContain("less.backup", "less.backup.part");
  }

  private Backup backup(DatabaseAddress address) {
    var role = address.backupRole();
    return new Backup(address, new Credentials(role, role + "_password"), home("old"), BESIDE);
  }

  private Home home(String name) {
    return Home.at(directory.resolve(name));
  }

  private static void known(List<Manifest.Migration> migrations) {
    var manifest = new Manifest("now", "18.6", migrations, false);
    Restore.requireKnown(
        new Restore.Checked(manifest, new Counted(java.util.Map.of())), Path.of("clinic.backup"));
  }

  private static List<String> unbound(java.sql.Connection owner) throws SQLException {
    return Statements.texts(
        owner,
        "select oid::regclass::text from pg_class"
            + " where relrowsecurity and not relforcerowsecurity and not relispartition");
  }
}
