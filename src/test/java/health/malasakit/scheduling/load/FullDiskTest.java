package health.malasakit.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.audit.Sealing;
import health.malasakit.audit.Verification;
import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.postgres.EmbeddedPostgres;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the database has no room left while people book; then there is some again. */
@EmbeddedOnly
@Tag("slow")
class FullDiskTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Room for the programs, a new database and a little more. */
  private static final String SIZE = "size=420m";

  @TempDir Path directory;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void a_small_disk() throws Exception {
    assumeTrue(new UnixSystem().getUid() == 0, "only root makes a disk of its own");
    disk = Files.createDirectory(directory.resolve("disk"));
    mounted = done("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString());
    assumeTrue(mounted, "no disk can be made here");
  }

  @AfterEach
  void take_it_away() throws Exception {
    if (mounted) {
      assertThat(done("umount", "--lazy", disk.toString())).isTrue();
    }
  }

  @Test
  void everybody_is_told_that_the_disk_is_full_and_goes_on_once_there_is_room() throws Exception {
    var home = Home.at(disk.resolve("home"));
    try (var postgres = EmbeddedPostgres.open(home);
        var node = Node.start(postgres.address(), Map.of("malasakit.jobs.enabled", "false"))) {
      var bookings = new Bookings(node, List.of(node.port()));
      bookings.book(20);
      var over = new AtomicBoolean();
      var filled = fill();
      var people = CompletableFuture.runAsync(() -> bookings.bookUntil(over::get));
      try {
        await().atMost(PATIENCE).until(() -> bookings.statuses().contains(507));
        await().atMost(PATIENCE).until(() -> toldOnAPage(bookings.screen(0).get("/")));
      } finally {
        Files.delete(filled);
        int before = bookings.pauses().count();
        await()
            .atMost(PATIENCE)
            .until(() -> people.isDone() || bookings.pauses().count() > before + 20);
        over.set(true);
      }
      people.join();

      assertThat(bookings.statuses()).isSubsetOf(201, 503, 507);
      assertThat(Booked.wrong(postgres.address(), bookings)).isEmpty();
      node.bean(Sealing.class).sealAll();
      assertThat(node.bean(Verification.class).verify(bookings.organization()).finding()).isEmpty();
    }
  }

  /** A page may still find room for its line in the audit. */
  private static boolean toldOnAPage(Client.Answer page) {
    if (page.status() != 507) {
      return false;
    }
    assertThat(page.body()).contains("The disk of the database is full");
    assertThat(page.header("Retry-After")).isNotEmpty();
    return true;
  }

  /** Takes all room that is left. */
  private Path fill() throws IOException {
    var file = disk.resolve("filled");
    var block = new byte[8192];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return file;
    }
  }

  private static boolean done(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).start().waitFor() == 0;
  }
}
