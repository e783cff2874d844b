package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.TestDatabase;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Migrations;
import health.malasakit.postgres.backup.BackupKey;
import health.malasakit.postgres.backup.Manifest;
import health.malasakit.postgres.backup.Restore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which places a backup is made of, and which not; none of them has a server. */
@Tag("slow")
class BackupOfPlacesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String A_CLINIC =
      """
      insert into access.organization (organization_id, slug, name, state, created_at)
      values (gen_random_uuid(), 'lakeside', 'Lakeside Family Medicine', 'NY', now())
      """;

  /** Sealed with a key that nobody has. */
  private static final String A_FACTOR =
      """
      set session_replication_role = replica;
      insert into access.authenticator_app (account_id, sealed_secret, created_at)
      values (gen_random_uuid(), decode('01' || repeat('5a', 60), 'hex'), now())
      """;

  private static final String AS_BEFORE_THE_NEWEST =
      "delete from kernel_history.flyway_schema_history where version = '%s'";

  private static final String WAITS =
      """
      select exists (select from pg_stat_activity where datname = current_database()
                        and usename = '%s' and wait_event_type = 'Lock')
      """;

  @TempDir private Path directory;

  @Test
  void a_place_where_no_server_was_is_refused_and_nothing_is_made() throws Exception {
    var nowhere = directory.resolve("nowhere");
    refused(
        Map.of(Home.VARIABLE, nowhere.toString()),
        "There is no database in " + nowhere,
        "MALASAKIT_HOME",
        "MALASAKIT_DATABASE_URL");
    refused(
        BackedUp.on(TestDatabase.migrated(), nowhere),
        "There is no home of a server in " + nowhere,
        "MALASAKIT_HOME");
    assertThat(nowhere).doesNotExist();

    var somewhere = home();
    refused(BackedUp.on(TestDatabase.migrated(), somewhere), "There is no clinic", "" + somewhere);
    var untouched = TestDatabase.fresh();
    refused(BackedUp.on(untouched, somewhere), "There is no clinic", "" + somewhere);
    assertThat(BackedUp.rows(untouched)).isEmpty();
  }

  @Test
  void a_key_that_does_not_open_the_second_factors_of_the_database_is_refused() throws Exception {
    var address = withAClinic();
    does(address, A_FACTOR);
    var other = home();

    refused(BackedUp.on(address, other), "The key in " + other + " does not open", Home.VARIABLE);
    Files.delete(other.resolve("secrets").resolve("secrets-key"));
    refused(BackedUp.on(address, other), "In " + other + " is no key that opens");
    var named = new HashMap<>(BackedUp.on(address, other));
    named.put(BackupCommand.SECRETS_KEY, "a word of another server");
    refused(named, "MALASAKIT_SECRETS_KEY does not open");
  }

  private void refused(Map<String, String> place, String... why) {
    var file = directory.resolve("clinic.backup");
    var key = directory.resolve("clinic.key");
    var answer = BackedUp.run(place, "backup", file, "--key", key);
    assertThat(answer.code()).as(answer.said()).isEqualTo(1);
    assertThat(answer.errors()).contains(why);
    assertThat(file).doesNotExist();
    assertThat(key).doesNotExist();
  }

  @Test
  void a_database_of_before_an_upgrade_is_copied_as_it_is() throws Exception {
    var address = withAClinic();
    var newest = Migrations.known().last();
    does(address, AS_BEFORE_THE_NEWEST.formatted(newest));
    var file = directory.resolve("older.backup");
    var key = directory.resolve("older.key");

    var answer = BackedUp.run(BackedUp.on(address, home()), "backup", file, "--key", key);

    assertThat(answer.code()).as(answer.errors()).isZero();
    assertThat(answer.said()).contains("In it: clinics 1, people with an account 0, patients 0.");
    assertThat(Restore.check(file, BackupKey.read(key)).manifest().migrations())
        .extracting(Manifest.Migration::version)
        .hasSize(Migrations.known().size() - 1)
        .doesNotContain(newest);
    assertThat(
            is(
                address,
                "select count(*) = 0 from kernel_history.flyway_schema_history where version = '"
                    + newest
                    + "'"))
        .as("the database stands where it stood")
        .isTrue();
    assertThat(
            is(
                address,
                "select count(*) = 1 from audit.line where act = 'backed-up' and actor = 'backup'"))
        .isTrue();
  }

  @Test
  void a_backup_that_is_killed_leaves_no_file_of_its_name_and_the_next_is_whole() throws Exception {
    var address = withAClinic();
    var there = BackedUp.on(address, home());
    var file = directory.resolve("clinic.backup");
    var part = directory.resolve("clinic.backup.part");
    var key = directory.resolve("clinic.key");
    try (var superuser = TestDatabase.superuser(address);
        var statement = superuser.createStatement();
        var program =
            Program.start(directory, there, "backup", file.toString(), "--key", key.toString())) {
      superuser.setAutoCommit(false);
      statement.execute("lock table workqueue.draft in access exclusive mode");
      await()
          .atMost(PATIENCE)
          .until(() -> is(address, WAITS.formatted(address.backupRole())) || !program.runs());
      var beside = BackedUp.run(there, "backup", file, "--key", key);
      assertThat(beside.code()).isEqualTo(1);
      assertThat(beside.errors()).contains("is being written by another backup just now");
      program.killed();
      superuser.rollback();
    }
    assertThat(file).doesNotExist();
    assertThat(part).exists();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

    var again = BackedUp.run(there, "backup", file, "--key", key);

    assertThat(again.code()).as(again.errors()).isZero();
    assertThat(again.said()).contains("Others on this machine may read " + key);
    assertThat(part).doesNotExist();
    var checked = BackedUp.run(there, "restore", "--check", file, "--key", key);
    assertThat(checked.said()).contains("is whole");
  }

  /** A home with a key of second factors. */
  private Path home() {
    var home = Home.at(directory.resolve("home"));
    home.secret("secrets-key");
    return home.directory();
  }

  private static DatabaseAddress withAClinic() throws SQLException {
    var address = TestDatabase.migrated();
    does(address, A_CLINIC);
    return address;
  }

  private static void does(DatabaseAddress address, String sql) throws SQLException {
    try (var superuser = TestDatabase.superuser(address);
        var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean is(DatabaseAddress address, String question) throws SQLException {
    try (var superuser = TestDatabase.superuser(address);
        var statement = superuser.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
