package health.malasakit.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.LiveStream;
import health.malasakit.Node;
import health.malasakit.OtherNode;
import health.malasakit.postgres.Availability;
import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** People book as fast as they can while the database or a node dies under them. */
@EmbeddedOnly
@Tag("slow")
class BookingsUnderFaultsTest {

  private static final int BEFORE = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Map<String, String> HURRIED =
      Map.of(
          "malasakit.events.again-after", "400ms",
          "malasakit.jobs.heartbeat", "1s",
          "logging.level.health.malasakit.kernel.events", "off");

  /** In the test's own words, for a bean method can reach no instance. */
  private static volatile Availability availability = () -> false;

  @TempDir Path directory;
  private Home home;
  private EmbeddedPostgres postgres;
  private Node node;
  private Bookings bookings;

  static class Available {
    @Bean
    Availability availability() {
      return () -> availability.restarting();
    }
  }

  @BeforeEach
  void start() throws IOException {
    home = Homes.at(directory.resolve("home"));
    postgres = EmbeddedPostgres.open(home);
    postgres.keepRunning(refused -> {});
    availability = postgres::restarting;
    node = Node.start(postgres.address(), Map.copyOf(HURRIED), Available.class);
    bookings = new Bookings(node, List.of(node.port()));
  }

  @AfterEach
  void stop() {
    node.close();
    postgres.close();
  }

  @Test
  void a_database_that_is_killed_or_restarted_loses_no_booking_that_was_acknowledged()
      throws Exception {
    Meanwhile.happens(BEFORE, () -> signal("KILL"), bookings);
    var killed = bookings.pauses().longest();
    Meanwhile.happens(BEFORE, () -> signal("INT"), bookings);

    System.out.printf(
        "Nobody could book for %d ms after a kill and for %d ms after a restart of PostgreSQL%n",
        killed.toMillis(), bookings.pauses().longest().toMillis());
    // None: an answer that was on its way when its connection was lost.
    assertThat(bookings.statuses()).isSubsetOf(0, 201, 503).contains(503);
    isAsItWasAcknowledged(bookings);
  }

  @Test
  void who_works_at_the_other_node_notices_nothing_of_one_that_is_killed() throws Exception {
    var here = bookings.at(List.of(node.port()));
    for (int round = 0; round < 2; round++) {
      try (var other = OtherNode.start(postgres.address(), HURRIED)) {
        var anywhere = bookings.at(List.of(other.port(), node.port()));
        try (var stream = LiveStream.of(anywhere.screen(0))) {
          Meanwhile.happens(BEFORE, other::kill, here, anywhere);

          await().atMost(PATIENCE).until(stream::ended);
        }
        try (var again = LiveStream.of(anywhere.screen(1))) {
          await().atMost(PATIENCE).until(again::begun);
        }
        assertThat(anywhere.statuses()).isSubsetOf(0, 201);
        isAsItWasAcknowledged(anywhere);
      }
    }
    assertThat(here.statuses()).containsExactly(201);
    isAsItWasAcknowledged(here);
  }

  private void isAsItWasAcknowledged(Bookings acknowledged) {
    await().atMost(PATIENCE).until(() -> Booked.waiting(postgres.address()) == 0);
    assertThat(Booked.wrong(postgres.address(), acknowledged)).isEmpty();
  }

  private void signal(String name) throws IOException, InterruptedException {
    var file = home.directory().resolve("database/postmaster.pid");
    var pid = Files.readAllLines(file).getFirst().strip();
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}
