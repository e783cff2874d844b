package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.audit.Sealing;
import health.malasakit.audit.Verification;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Homes;
import health.malasakit.scheduling.load.Booked;
import health.malasakit.scheduling.load.Bookings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A backup taken while people book, and the places into which it is restored. */
@EmbeddedOnly
@Tag("slow")
class BackupTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration REST_OF_A_RESTORE = Duration.ofMinutes(2);

  @TempDir private static Path directory;

  private static DatabaseAddress address;
  private static Home origin;
  private static AppOf luz;
  private static Node node;
  private static Bookings bookings;
  private static List<UUID> acknowledgedBefore;
  private static Path file;
  private static Path key;

  @BeforeAll
  static void backup() throws Exception {
    address = TestDatabase.migrated();
    // The server that it is restored on has counted fewer transactions.
    try (var superuser = TestDatabase.superuser(address);
        var statement = superuser.createStatement()) {
      for (int n = 0; n < 5_000; n++) {
        statement.execute("select pg_current_xact_id()");
      }
    }
    origin = Home.at(directory.resolve("origin"));
    node = Node.start(address, Map.of(), AtOrigin.class);
    bookings = new Bookings(node, List.of(node.port()));
    luz = AppOf.enrolled(node, bookings.person());
    bookings.book(10);
    acknowledgedBefore = List.copyOf(bookings.acknowledged().keySet());
    file = directory.resolve("clinic.backup");
    key = directory.resolve("clinic.key");
    node.bean(Sealing.class).sealAll();
    node.bean(health.malasakit.audit.Anchors.class).anchorAll();

    var over = new AtomicBoolean();
    var people = Thread.ofVirtual().start(() -> bookings.bookUntil(over::get));
    var answer = BackedUp.run(environment(), "backup", file, "--key", key);
    over.set(true);
    people.join();

    assertThat(answer.code()).as(answer.errors()).isZero();
    assertThat(answer.said())
        .contains(key + " is new")
        .contains(file + ": ", " tables", "of the home " + origin)
        .contains("In it: clinics 1, people with an account 9, patients 40.");
    assertThat(bookings.acknowledged()).hasSizeGreaterThan(acknowledgedBefore.size());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Map<String, String> environment() {
    return BackedUp.on(address, origin.directory());
  }

  /** The keys of the server that is backed up are not those of the other tests. */
  static class AtOrigin {

    @Bean
    @Primary
    Home homeOfItsOwn() {
      return origin;
    }
  }

  /** And a restored one has no others than those that came with the file. */
  static class AtRestored {

    @Bean
    @Primary
    Home homeOfItsOwn() {
      return Home.at(directory.resolve("home"));
    }
  }

  @Test
  void the_file_is_its_owners_alone_and_nothing_in_it_is_in_clear() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("malasakit-backup 1")
        .doesNotContain("Lakeside");
    var again = BackedUp.run(environment(), "backup", file, "--key", key);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.errors()).contains("is there already");
  }

  @Test
  void an_empty_home_gets_everything_and_people_go_on_there() throws Exception {
    var home = Homes.at(directory.resolve("home"));
    var inHome = Map.of(Home.VARIABLE, home.toString());

    var restored = BackedUp.run(inHome, "restore", file, "--key", key);

    assertThat(restored.code()).as(restored.errors()).isZero();
    assertThat(restored.said())
        .contains("is whole", "In it: clinics 1, people with an account 9, patients 40.")
        .contains("Everybody is signed out", "every audit is whole");
    try (var databases = Databases.open(home, Map.of());
        var there = Node.start(databases.address(), Map.of(), AtRestored.class)) {
      assertThat(Booked.visits(databases.address(), bookings)).containsAll(acknowledgedBefore);
      assertThat(luz.session(there).get("/").location()).startsWith("/sign-in");
      assertThat(Client.on(there.port()).get(luz.link()).status()).isEqualTo(404);
      assertThat(luz.signsIn(there)).as("her app is known there").isEqualTo("/sign-in/place");
      goesOnBeingSealed(there);
    }
    var second = BackedUp.run(inHome, "restore", file, "--key", key);
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.errors()).contains("There is something in " + home);
  }

  /** What is written on a server that has counted fewer transactions is sealed all the same. */
  private static void goesOnBeingSealed(Node there) {
    var organization = bookings.organization();
    var before = there.bean(Verification.class).verify(organization).lines();
    bookings.on(there).book(3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var verdict = there.bean(Verification.class).verify(organization);
          assertThat(verdict.finding()).isEmpty();
          assertThat(verdict.lines()).isGreaterThanOrEqualTo(before + 3);
        });
  }

  @Test
  void an_empty_database_gets_everything_by_its_owner_who_is_no_superuser() throws Exception {
    var place = TestDatabase.fresh();
    var there = BackedUp.on(place, directory.resolve("beside"));

    var restored = BackedUp.run(there, "restore", file, "--key", key);

    assertThat(restored.code()).as(restored.errors()).isZero();
    var rows = BackedUp.rows(place);
    assertThat(rows.get("scheduling.visit")).isGreaterThanOrEqualTo(acknowledgedBefore.size());
    assertThat(rows.keySet()).isEqualTo(BackedUp.rows(address).keySet());
    assertThat(BackedUp.run(there, "audit", "verify").code()).isZero();
  }

  @Test
  void a_restore_that_is_killed_leaves_a_place_that_does_not_start() throws Exception {
    var place = TestDatabase.fresh();
    var there = BackedUp.on(place, directory.resolve("killed"));
    try (var program =
        Program.start(directory, there, "restore", file.toString(), "--key", key.toString())) {
      await().atMost(REST_OF_A_RESTORE).until(() -> begun(place) || !program.runs());
      program.killed();
    }

    var started = BackedUp.run(there, "audit", "verify");
    assertThat(started.code()).isEqualTo(1);
    assertThat(started.errors()).contains("A restore into this place was not finished");
    var again = BackedUp.run(there, "restore", file, "--key", key);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.errors()).contains("was not finished");
  }

  private static boolean begun(DatabaseAddress place) throws SQLException {
    try (var superuser = TestDatabase.superuser(place);
        var statement = superuser.createStatement();
        var row = statement.executeQuery("select to_regclass('scheduling.visit') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Test
  void a_file_that_does_not_open_is_told_from_one_that_does_and_nothing_is_written()
      throws Exception {
    var bytes = Files.readAllBytes(file);
    var cut =
        Files.write(directory.resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length - 9));
    bytes[bytes.length / 2] ^= 4;
    var changed = Files.write(directory.resolve("changed"), bytes);
    var other = directory.resolve("other.key");
    BackedUp.run(environment(), "backup", directory.resolve("second"), "--key", other);
    var home = directory.resolve("nothing");
    var empty = Map.of(Home.VARIABLE, home.toString());

    refused(empty, "is cut off: its end is missing", cut, key);
    refused(empty, "does not open", changed, key);
    refused(empty, "made with another key", file, other);
    refused(empty, "is no backup", key, key);
    refused(empty, "There is no file", directory.resolve("none"), key);
    refused(empty, "There is no key", file, directory.resolve("no.key"));
    assertThat(home).doesNotExist();
    var looked = BackedUp.run(empty, "restore", "--check", file, "--key", key);
    assertThat(looked.said()).contains("is whole");
    assertThat(home).doesNotExist();
  }

  private static void refused(Map<String, String> place, String why, Path file, Path key) {
    var answer = BackedUp.run(place, "restore", file, "--key", key);
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.errors()).contains(why);
  }

  @Test
  void without_the_backup_roles_password_it_is_said_which_is_missing() {
    var without = new java.util.HashMap<>(environment());
    without.remove("MALASAKIT_DATABASE_BACKUP_PASSWORD");

    var answer = BackedUp.run(without, "backup", directory.resolve("x"), "--key", key);

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.errors()).contains("MALASAKIT_DATABASE_BACKUP_PASSWORD");
  }
}
