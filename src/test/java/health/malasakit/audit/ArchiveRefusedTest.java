package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.postgres.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What must not leave the database stays there, and what leaves is found by whoever reads. */
@Tag("slow")
class ArchiveRefusedTest {

  private static final String OF_LINES = " where act = 'changed' and id::text like '%";

  private static DatabaseAddress address;
  private static Node node;
  private static Organization clinic;

  @BeforeAll
  static void lines() {
    address = TestDatabase.migrated();
    node = Node.start(address, java.util.Map.of("malasakit.jobs.enabled", "false"));
    clinic = node.bean(World.class).clinic("Lakeside Family Medicine");
    asSuperuser(
        """
        insert into audit.line (organization_id, id, at, actor, country, task, act, subject)
        select '%s', (lpad(to_hex(1773000000000 + g), 12, '0') || '70008'
                 || lpad(to_hex(g), 15, '0'))::uuid,
               to_timestamp(1773000000 + g / 1000.0), 'person', 'PH', 'test', 'changed', 'site'
          from generate_series(1, 10) g
        """
            .formatted(clinic.id()));
    asSuperuser(
        """
        insert into audit.line (organization_id, id, at, actor, country, task, act, subject)
        values ('%s', '%s', now(), 'person', 'PH', 'test', 'stayed', 'site')
        """
            .formatted(clinic.id(), Ids.next()));
    await()
        .untilAsserted(() -> {
          node.bean(Sealing.class).sealAll();
          assertThat(one("select count(*)::text from audit.seal")).isEqualTo("11");
        });
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void what_is_not_whole_stays_and_what_is_whole_leaves_a_line() throws SQLException {
    anotherRunIsWaitedFor();
    staysWithout("audit.line" + OF_LINES + "004'", "at position 4 is missing");
    staysChanged(
        "update audit.line set country = '%s'" + OF_LINES.replace("%", "%%") + "003'",
        "PI",
        "PH",
        "at position 3 was changed");
    var hash = one("select encode(chain_hash, 'hex') from audit.seal where position = 6");
    staysChanged(
        "update audit.seal set chain_hash = decode('%s', 'hex') where position = 6",
        "00".repeat(32), hash, "at position 6 does not follow");
    aLineAndItsSealAreMissed(4, "004");
    aLineAndItsSealAreMissed(10, "00a");

    leavesWhileSomebodyVerifies();

    assertThat(
            one(
                "select act || ', ' || subject || ', ' || detail || ', ' || actor from audit.line"
                    + " where act <> 'stayed'"))
        .isEqualTo("archived, audit_log, half year 2026_01, lines 10, audit-archive");
  }

  @Test
  void a_file_that_does_not_hold_what_was_written_is_not_trusted() throws IOException {
    var files = node.bean(ArchiveFiles.class);
    var where = new Archived(OrganizationId.next(), "2025_07", new Archived.Extent(1, 1, 1), "");
    var file = Path.of("target", "test-secrets").resolve(where.file());
    var written = files.write(where, to -> List.of(sealed(1), sealed(2)).forEach(to));
    assertThat(written.lines()).isEqualTo(2);
    assertThat(files.confirmed(where, written)).hasSize(64);

    var bytes = Files.readAllBytes(file);
    try (var shorter = new GZIPOutputStream(Files.newOutputStream(file))) {
      shorter.write((ArchivedLine.json(sealed(1)) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(refusal(() -> files.confirmed(where, written)).code())
        .isEqualTo("audit.file-differs");
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(refusal(() -> files.confirmed(where, written)).code())
        .isEqualTo("audit.file-differs");
    Files.delete(file);
  }

  private static void anotherRunIsWaitedFor() throws SQLException {
    try (var other = TestDatabase.superuser(address);
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtextextended('audit.archive', 0))");
      assertThat(refusal(ArchiveRefusedTest::archived).code()).isEqualTo("audit.archiving");
      statement.execute("select pg_advisory_unlock_all()");
    }
  }

  private static void staysWithout(String rows, String part) {
    asSuperuser("create table public.taken as select * from " + rows);
    asSuperuser("delete from " + rows);
    stays(part);
    asSuperuser("insert into audit.line select * from public.taken");
    asSuperuser("drop table public.taken");
  }

  private static void staysChanged(String sql, String wrong, String right, String part) {
    asSuperuser(sql.formatted(wrong));
    stays(part);
    asSuperuser(sql.formatted(right));
  }

  private static void aLineAndItsSealAreMissed(int position, String id) {
    var seal = "audit.seal where position = " + position;
    asSuperuser("create table public.seals as select * from " + seal);
    asSuperuser("create table public.lines as select * from audit.line" + OF_LINES + id + "'");
    asSuperuser("delete from " + seal);
    asSuperuser("delete from audit.line" + OF_LINES + id + "'");
    stays("The seal at position " + position + " is missing");
    asSuperuser("insert into audit.seal select * from public.seals");
    asSuperuser("insert into audit.line select * from public.lines");
    asSuperuser("drop table public.seals, public.lines");
  }

  /** The list of the files was read before, the seals after the part went to one. */
  private static void leavesWhileSomebodyVerifies() {
    var racing =
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)) {
          private boolean moved;

          @Override
          public <T> T execute(TransactionCallback<T> action) {
            var answer = super.execute(action);
            if (!moved) {
              moved = true;
              assertThat(archived()).hasSize(1);
            }
            return answer;
          }
        };
    var verification =
        new Verification(
            node.bean(SealStore.class),
            node.bean(ArchiveStore.class),
            node.bean(ArchiveFiles.class),
            node.bean(Anchors.class),
            racing,
            node.bean(Clock.class));

    var verdict = verification.verify(clinic.id());

    assertThat(verdict.finding()).isEmpty();
    assertThat(verdict.lines()).isEqualTo(11);
  }

  private static void stays(String part) {
    var refused = refusal(ArchiveRefusedTest::archived);
    assertThat(refused.code()).isEqualTo("audit.not-whole");
    assertThat(refused.sentence()).contains("2026_01", clinic.id().toString(), part);
    assertThat(one("select count(*)::text from audit.archive")).isEqualTo("0");
  }

  private static Refused refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    var refused = catchThrowableOfType(Refused.class, act);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static List<Archiving.Moved> archived() {
    var moved = new ArrayList<Archiving.Moved>();
    node.bean(Archiving.class).archive(Period.ofMonths(3), moved::add);
    return moved;
  }

  private static SealStore.Sealed sealed(long position) {
    var line =
        new Line(
            clinic.id(),
            Ids.next(),
            Instant.EPOCH,
            Optional.empty(),
            "person",
            "PH",
            "test",
            "changed",
            "site",
            Optional.empty(),
            Optional.empty(),
            "");
    return new SealStore.Sealed(
        position, new UUID(0, position), "aa", "bb", new LineRow(line, "1", List.of()));
  }

  private static void asSuperuser(String sql) {
    try (var connection = TestDatabase.superuser(address);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String one(String sql) {
    try (var connection = TestDatabase.superuser(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
