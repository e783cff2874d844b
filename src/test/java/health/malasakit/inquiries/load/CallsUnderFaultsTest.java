package health.malasakit.inquiries.load;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Node;
import health.malasakit.postgres.Availability;
import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** A busy hour told by one switch to two nodes, one of which ends, on a database that dies. */
@EmbeddedOnly
@Tag("slow")
class CallsUnderFaultsTest {

  private static final int CALLS = 60;
  private static final int AT_ONCE = 8;
  private static final Staffing STAFFING = new Staffing(4, 12);

  /** In the test's own words, for a bean method can reach no instance. */
  private static volatile Availability availability = () -> false;

  @TempDir Path directory;
  private Home home;
  private EmbeddedPostgres postgres;
  private Node first;
  private Node second;
  private Exchange exchange;
  private Telling telling;

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
    first = Node.start(postgres.address(), Map.of(), Available.class);
    second = Node.start(postgres.address(), Map.of(), Available.class);
    exchange = new Exchange(STAFFING, second, first);
    telling = new Telling(exchange);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    postgres.close();
  }

  @Test
  void each_call_is_somebodys_alone_or_listed_though_a_node_ends_and_the_database_dies()
      throws Exception {
    var begin = Instant.now().minus(Duration.ofHours(1));
    var traffic = Traffic.of(20261126, CALLS, STAFFING, Duration.ofMinutes(10), begin, "fault-");
    int third = traffic.told().size() / 3;
    tell(traffic.told().subList(0, third), () -> {});
    tell(traffic.told().subList(third, 2 * third), first::close);
    tell(traffic.told().subList(2 * third, traffic.told().size()), this::killDatabase);

    assertThat(Findings.of(exchange, second).wrong(traffic, STAFFING, telling.taken())).isEmpty();
    assertThat(telling.acknowledged().times()).isEqualTo(traffic.told().size());
    assertThat(telling.acknowledged().missing(postgres.address())).isEmpty();
    assertThat(telling.taken()).as("calls that two wanted at once").isNotEmpty();
    assertThat(exchange.statuses()).isSubsetOf(0, 200, 201, 202, 302, 409, 503).contains(503);
  }

  /** Tells these things, eight at once, while something else happens. */
  private void tell(List<Told> some, Runnable meanwhile) throws Exception {
    try (var switches = Executors.newFixedThreadPool(AT_ONCE)) {
      var all =
          some.stream().<Future<?>>map(one -> switches.submit(() -> telling.tell(one))).toList();
      meanwhile.run();
      for (var one : all) {
        one.get();
      }
    }
  }

  private void killDatabase() {
    try {
      var file = home.directory().resolve("database/postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
