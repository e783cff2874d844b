package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that cannot be reached is no reason to send anybody away from what she types. */
@Tag("slow")
class StreamsWithoutDatabaseTest {

  /** Longer than the pool waits for a connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static DatabaseAddress address;
  private static Node node;

  @BeforeAll
  static void start() {
    address = TestDatabase.fresh();
    node = Node.start(address, Map.copyOf(TwoNodes.HURRIED));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_stream_whose_person_cannot_be_asked_about_ends_without_bye() throws SQLException {
    var world = node.bean(World.class);
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    var browser = Client.on(node.port()).as(world.cookieOf(luz));
    try (var stream = LiveStream.of(browser)) {
      await().atMost(PATIENCE).until(stream::begun);

      withoutConnections(() -> {
        asksAgain(luz);
        await().atMost(PATIENCE).until(stream::ended);
      });

      assertThat(stream.lines()).contains("event: hello").doesNotContain("event: bye");
    }
    await().atMost(PATIENCE).ignoreExceptions().until(() -> beginsAgain(browser));
  }

  private static boolean beginsAgain(Client browser) {
    try (var again = LiveStream.of(browser)) {
      await().atMost(PATIENCE).until(again::begun);
      return true;
    }
  }

  /** The pool has none and gets none; the connection that hears what changed goes on. */
  private static void withoutConnections(Step step) throws SQLException {
    var role = address.application().name();
    superuser("alter role " + role + " connection limit 0");
    try {
      superuser(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
           where usename = '%s' and application_name <> 'malasakit_live'
          """
              .formatted(role));
      step.run();
    } finally {
      superuser("alter role " + role + " connection limit -1");
    }
  }

  private static void asksAgain(SignedIn person) throws SQLException {
    superuser("select pg_notify('malasakit_live', 'standing/" + person.account() + "')");
  }

  private static void superuser(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser(address);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What is done meanwhile. */
  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }
}
