package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.LiveStream;
import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** The embedded server dies under a node that works. */
@EmbeddedOnly
@Tag("slow")
class DeadDatabaseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** In the test's own words, for a bean method can reach no instance. */
  private static volatile Availability availability = () -> false;

  @TempDir Path directory;
  private final List<DatabaseRefused> gaveUp = new CopyOnWriteArrayList<>();
  private Home home;
  private EmbeddedPostgres postgres;
  private Node node;

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
    postgres.keepRunning(gaveUp::add);
    availability = postgres::restarting;
    node = Node.start(postgres.address(), Map.of(), Available.class);
  }

  @AfterEach
  void stop() {
    node.close();
    postgres.close();
    assertThat(Postmaster.processes(home)).isEmpty();
  }

  @Test
  void killed_or_stopped_it_comes_back_with_all_that_was_acknowledged() throws Exception {
    var killed = node.bean(World.class).clinic("Lakeside Family Medicine");
    var before = Postmaster.of(home).orElseThrow();

    ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();

    assertThat(answersUntilBack(before)).isSubsetOf(200, 503);
    assertThat(names(killed)).containsExactly("Lakeside Family Medicine");
    var again = Postmaster.of(home).orElseThrow();
    assertThat(again.port()).isEqualTo(before.port());

    var stopped = node.bean(World.class).clinic("Harbor Clinic");
    // The signal of a fast stop: pg_ctl would wait for a file that the next server soon writes
    // anew.
    assertThat(new ProcessBuilder("kill", "-INT", "" + again.pid()).start().waitFor()).isZero();

    assertThat(answersUntilBack(again)).isSubsetOf(200, 503);
    assertThat(names(stopped)).containsExactly("Harbor Clinic");
    assertThat(gaveUp).isEmpty();
  }

  @Test
  void open_streams_end_and_the_next_hears_again() {
    var clinic = node.bean(World.class).clinic("Lakeside Family Medicine");
    var cookie =
        node.bean(World.class).cookieOf(node.bean(World.class).person(Role.SCHEDULER, clinic));
    var client = Client.on(node.port()).as(cookie);
    try (var stream = LiveStream.of(client)) {
      await().atMost(PATIENCE).until(stream::begun);
      var before = Postmaster.of(home).orElseThrow();

      ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();

      await().atMost(PATIENCE).until(stream::ended);
      answersUntilBack(before);
    }
    // As a page does: until the node's own line is back its stream ends and it asks again.
    await()
        .atMost(PATIENCE)
        .until(() -> {
          try (var again = LiveStream.of(client)) {
            await().atMost(PATIENCE).until(again::begun);
            var topic = changed(clinic);
            await().atMost(PATIENCE).until(() -> again.heard(topic) || again.ended());
            return again.heard(topic);
          }
        });
  }

  @Test
  void while_it_cannot_be_started_everybody_reads_why_and_the_stop_takes_seconds()
      throws Exception {
    var programs = Binaries.in(home).directory().resolve("bin");
    Files.move(programs.resolve("pg_ctl"), programs.resolve("pg_ctl.away"));
    ProcessHandle.of(Postmaster.of(home).orElseThrow().pid()).orElseThrow().destroyForcibly();
    await().atMost(PATIENCE).until(postgres::restarting);

    var page = Client.on(node.port()).get("/");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains("The database is being restarted").contains("/app/");
    assertThat(page.header("Refresh")).isEqualTo("3");
    var sent = Client.on(node.port()).postAsIs("/sign-in", Map.of("email", "a@example.org"));
    assertThat(sent.status()).isEqualTo(503);
    assertThat(sent.header("Refresh")).as("a form is not sent again by itself").isEmpty();
    var machine = Client.on(node.port()).get("/api/appointments");
    assertThat(machine.header("Content-Type")).startsWith("application/problem+json");
    assertThat(machine.status()).isEqualTo(503);

    var began = System.nanoTime();
    node.close();
    postgres.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  private Set<Integer> answersUntilBack(Postmaster before) {
    var seen = new HashSet<Integer>();
    var client = Client.on(node.port());
    await()
        .atMost(PATIENCE)
        .until(() -> {
          var status = client.get("/sign-in").status();
          seen.add(status);
          return status == 200
              && !postgres.restarting()
              && Postmaster.of(home).filter(now -> now.pid() != before.pid()).isPresent();
        });
    return seen;
  }

  private List<String> names(Organization clinic) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> node.bean(Organizations.class).inScope().stream().map(Organization::name).toList());
  }

  private String changed(Organization clinic) {
    var topic = "day/" + clinic.id() + "/" + Ids.next() + "/2026-11-23";
    Scopes.run(
        Scope.job(clinic.id(), "test"),
        () ->
            node.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> node.bean(Live.class).changed(topic)));
    return topic;
  }
}
