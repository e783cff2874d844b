package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Application;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.audit.Act;
import health.malasakit.audit.Anchors;
import health.malasakit.audit.Archiving;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Sealing;
import health.malasakit.audit.Verdict;
import health.malasakit.audit.Verification;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A half year goes to files, also after a kill in the middle, and the proof goes on over the cut.
 */
@Tag("slow")
class AuditArchiveTest {

  private static final int MANY = 20_000;

  private static final String[] EARLY = {
    "audit", "archive", "--keep", "P3M", "--shorter-than-the-rule"
  };

  /** The home of the node, so that the command in another process writes where the node reads. */
  private static final Path HOME = Path.of("target", "test-secrets").toAbsolutePath();

  @TempDir private static Path folder;

  private static DatabaseAddress address;
  private static Node node;
  private static Organization clinic;
  private static Organization quiet;

  /** Two clinics with lines of last spring; one of them has lines of today too. */
  @BeforeAll
  static void lines() throws SQLException {
    address = TestDatabase.migrated();
    node = Node.start(address, Map.of("malasakit.jobs.enabled", "false"));
    clinic = node.bean(World.class).clinic("Lakeside Family Medicine");
    quiet = node.bean(World.class).clinic("Harbor Pediatrics");
    spring(clinic, MANY);
    spring(quiet, 10);
    today();
    await()
        .untilAsserted(() -> {
          node.bean(Sealing.class).sealAll();
          assertThat(
                  count(
                      "audit.line l where not exists (select 1 from audit.seal s where"
                          + " s.line_id = l.id)"))
              .isZero();
        });
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void killed_in_the_middle_nothing_is_lost_and_the_next_try_ends_it()
      throws IOException, SQLException, InterruptedException {
    long all = count("audit.line");
    assertThat(verified(clinic)).isEqualTo("whole, 20003 lines");

    var begun = HOME.resolve("audit-archive/2026_01/" + clinic.id() + ".jsonl.gz.new");
    try (var killed = Program.start(folder, Program.database(address, HOME), EARLY)) {
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(Duration.ofMinutes(2))
          .until(() -> Files.exists(begun));
      killed.killed();
    }
    await()
        .until(() ->
            count(
                    "pg_stat_activity where datname = current_database() and pid in (select pid from"
                        + " pg_locks where locktype = 'advisory') or state like 'idle in%' and datname"
                        + " = current_database() and application_name = 'PostgreSQL JDBC Driver'")
                == 0);
    assertThat(count("audit.line")).as("killed before its end").isEqualTo(all);
    assertThat(verified(clinic)).isEqualTo("whole, 20003 lines");

    shorterThanTheRuleIsRefused();
    behindALongReaderNothingIsArchived();
    assertThat(count("audit.line")).isEqualTo(all);
    assertThat(archived())
        .containsExactly(new Archiving.Moved("2026_01", 20_010, 2, "audit-archive/2026_01"));
    assertThat(count("audit.line")).as("and a line of it for each").isEqualTo(all - 20_010 + 2);
    assertThat(count("audit.listed")).isEqualTo(2);
    assertThat(count("audit.seal")).as("today's, and the last of the quiet clinic").isEqualTo(4);
    assertThat(archived()).isEmpty();

    node.bean(Anchors.class).anchorAll();
    afterTheCut();
    assertThat(verified(clinic)).isEqualTo("whole, 20005 lines");
    assertThat(verified(quiet)).isEqualTo("whole, 12 lines");
    aFileThatWasChangedOrIsMissingIsNamed();
  }

  private static void shorterThanTheRuleIsRefused() {
    var errors = new StringWriter();
    assertThat(run(errors, "audit", "archive", "--keep", "P5Y11M")).isEqualTo(2);
    assertThat(errors.toString()).contains("shorter than the six years", "--shorter-than-the-rule");
  }

  /** Whoever waits to detach the part makes every act of every clinic wait behind it. */
  private static void behindALongReaderNothingIsArchived() throws SQLException {
    try (var reader = TestDatabase.superuser(address);
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select 1 from audit.line limit 1");
      var errors = new StringWriter();
      assertThat(run(errors, EARLY)).isEqualTo(1);
      assertThat(errors.toString()).contains("being read by somebody for long", "Try again.");
    }
  }

  /** The command in this JVM, which only the one that is killed cannot be. */
  private static int run(StringWriter errors, String... words) {
    var opener = new Opener(Application.class, Program.database(address, HOME));
    return Terminal.execute(opener, new PrintWriter(errors), new PrintWriter(errors), words);
  }

  /** The chain of a clinic whose lines are all in the file goes on from its last seal. */
  private static void afterTheCut() {
    for (var one : List.of(clinic, quiet)) {
      as(
          one,
          () ->
              node.bean(Audit.class).done(Act.on(one.id(), "changed", "site", UUID.randomUUID())));
    }
    await()
        .untilAsserted(() -> {
          node.bean(Sealing.class).sealAll();
          assertThat(count("audit.seal")).isEqualTo(8);
        });
  }

  private static void aFileThatWasChangedOrIsMissingIsNamed() throws IOException {
    var file = HOME.resolve("audit-archive/2026_01/" + quiet.id() + ".jsonl.gz");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(verified(quiet))
        .contains(quiet.id() + ".jsonl.gz, which holds positions 1 to 10, was changed");
    Files.delete(file);
    assertThat(verified(quiet))
        .contains(quiet.id() + ".jsonl.gz, which holds positions 1 to 10, is missing");
    assertThat(verified(clinic)).isEqualTo("whole, 20005 lines");
  }

  private static String verified(Organization where) {
    var verdict = node.bean(Verification.class).verify(where.id());
    var whole = "whole, %d lines".formatted(verdict.lines());
    return verdict.finding().map(Verdict.Finding::sentence).orElse(whole);
  }

  private static List<Archiving.Moved> archived() {
    var moved = new ArrayList<Archiving.Moved>();
    node.bean(Archiving.class).archive(Period.ofMonths(3), moved::add);
    return moved;
  }

  /** Lines of March, each seventh a result set, as a long import would have left them. */
  private static void spring(Organization where, int lines) throws SQLException {
    owner(
        """
        insert into audit.line (organization_id, id, at, actor, country, task, act, subject, detail)
        select '%1$s', (lpad(to_hex(1773000000000 + g), 12, '0') || '7000' || '8'
                 || lpad(to_hex(g), 15, '0'))::uuid,
               to_timestamp(1773000000 + g / 1000.0), 'person', 'PH', 'test', 'listed', 'search', '1 shown'
          from generate_series(1, %2$d) g
        """
            .formatted(where.id(), lines));
    owner(
        "insert into audit.listed select organization_id, id, gen_random_uuid() from audit.line"
            + " where organization_id = '%s' and id::text like '%%7'".formatted(where.id()));
  }

  private static void today() {
    as(
        clinic,
        () -> {
          node.bean(Audit.class).opened(clinic.id(), PatientId.next());
          node.bean(Audit.class).done(Act.on(clinic.id(), "changed", "site", UUID.randomUUID()));
          node.bean(Audit.class)
              .listed(clinic.id(), "search", List.of(PatientId.next(), PatientId.next()));
        });
  }

  private static void as(Organization where, Runnable act) {
    var world = node.bean(World.class);
    Scopes.run(
        world.scopeOf(world.person(Role.SCHEDULER, where)),
        () -> node.bean(TransactionTemplate.class).executeWithoutResult(status -> act.run()));
  }

  private static void owner(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                address.url(), address.owner().name(), address.owner().password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String from) {
    try (var connection = TestDatabase.superuser(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
