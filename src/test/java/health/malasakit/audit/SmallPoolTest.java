package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many refusals at once, on a node with fewer connections than requests. */
@Tag("slow")
class SmallPoolTest {

  private static final int AT_ONCE = 8;

  @Test
  void refusals_do_not_wait_for_each_other() {
    var settings =
        Map.<String, Object>of("malasakit.pool.connections", 2, "malasakit.jobs.enabled", "false");
    try (var node = Node.start(TestDatabase.migrated(), settings)) {
      var world = node.bean(World.class);
      var clinic = world.clinic("Lakeside Family Medicine");
      var cookie = world.cookieOf(world.person(Role.SCHEDULER, clinic));

      for (int round = 0; round < 5; round++) {
        var began = System.nanoTime();
        var statuses = together(() -> ask(node, cookie, clinic.slug()));
        assertThat(statuses).hasSize(AT_ONCE).containsOnly(404);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
            .as("nobody waited until a connection was given up")
            .isLessThan(Duration.ofSeconds(12));
      }

      var officer = world.person(Role.PRIVACY_OFFICER, clinic);
      var missed =
          Scopes.call(
              world.scopeOf(officer),
              () ->
                  node
                      .bean(AuditLines.class)
                      .between(
                          clinic.id(),
                          Instant.EPOCH,
                          AuditLines.endOf(Instant.now().plusSeconds(9)))
                      .lines()
                      .stream()
                      .filter(line -> line.act().equals("not-found"))
                      .count());
      assertThat(missed).isEqualTo(5L * AT_ONCE);
    }
  }

  private static int ask(Node node, String cookie, String clinic) {
    return Client.on(node.port())
        .as(cookie)
        .get("/patients/" + clinic + "/" + UUID.randomUUID())
        .status();
  }

  /** All of them begin at the same moment. */
  private static List<Integer> together(java.util.function.IntSupplier work) {
    var begin = new CountDownLatch(AT_ONCE);
    return IntStream.range(0, AT_ONCE)
        .mapToObj(n ->
            CompletableFuture.supplyAsync(
                () -> {
                  begin.countDown();
                  try {
                    begin.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return work.getAsInt();
                },
                task -> Thread.ofVirtual().start(task)))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
