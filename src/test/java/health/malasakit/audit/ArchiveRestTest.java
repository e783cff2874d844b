package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lines of half years that no part was made for leave the database like all others. */
@Tag("slow")
class ArchiveRestTest {

  private DatabaseAddress address;
  private Node node;
  private JdbcClient superuser;
  private Organization clinic;

  @BeforeEach
  void aClinic() throws SQLException {
    address = TestDatabase.migrated();
    node = Node.start(address, Map.of("malasakit.jobs.enabled", "false"));
    superuser =
        JdbcClient.create(new SingleConnectionDataSource(TestDatabase.superuser(address), true));
    clinic = node.bean(World.class).clinic("Lakeside Family Medicine");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void what_lies_before_the_first_part_is_archived_by_half_years_and_the_younger_stays() {
    lines(3, "2018-03-01T00:00:00Z");
    lines(4, "2018-06-30T23:59:59Z");
    lines(2, "2019-07-01T00:00:00Z");
    lines(5, "2024-10-01T00:00:00Z");
    lines(1, "2037-01-01T00:00:00Z");
    assertThat(inTheRest()).isEqualTo(15);
    await()
        .untilAsserted(() -> {
          node.bean(Sealing.class).sealAll();
          assertThat(count("audit.seal")).isEqualTo(15);
        });

    var moved = new ArrayList<Archiving.Moved>();
    node.bean(Archiving.class).archive(Archiving.KEPT, moved::add);

    assertThat(moved)
        .containsExactly(
            new Archiving.Moved("2018_01", 7, 1, "audit-archive/2018_01"),
            new Archiving.Moved("2019_07", 2, 1, "audit-archive/2019_07"));
    assertThat(inTheRest()).isEqualTo(6);
    node.bean(Archiving.class).archive(Archiving.KEPT, moved::add);
    assertThat(moved).as("nothing more").hasSize(2);
    await()
        .untilAsserted(() -> {
          node.bean(Sealing.class).sealAll();
          var verdict = node.bean(Verification.class).verify(clinic.id());
          assertThat(verdict.finding()).isEmpty();
          assertThat(verdict.lines()).isEqualTo(17);
        });
  }

  @Test
  void while_lines_are_moved_into_their_part_acts_go_on_writing_theirs() throws Exception {
    lines(3, "2018-03-01T00:00:00Z");
    try (var reader = TestDatabase.superuser(address);
        var moving = Executors.newSingleThreadExecutor()) {
      reader.setAutoCommit(false);
      JdbcClient.create(new SingleConnectionDataSource(reader, true))
          .sql("select id from audit.line_rest limit 1 for update")
          .query(UUID.class)
          .single();
      var moved =
          moving.submit(() -> node.bean(Archiving.class).archive(Archiving.KEPT, part -> {}));
      await().pollInterval(Duration.ofMillis(20)).until(this::somebodyWaits);

      superuser.sql("set lock_timeout = '200ms'").update();
      lines(1, Instant.now().toString());
      reader.rollback();
      assertThat(moved)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .withStackTraceContaining("lines without a seal");
    }
    assertThat(inTheRest()).isZero();
    assertThat(count("audit.line_2018_01")).isEqualTo(3);
  }

  private boolean somebodyWaits() {
    return superuser
        .sql(
            """
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock')
            """)
        .query(Boolean.class)
        .single();
  }

  private void lines(int many, String from) {
    superuser
        .sql(
            """
            insert into audit.line (organization_id, id, at, actor, country, task, act, subject)
            select :clinic, (lpad(to_hex(:millis + g), 12, '0') || '70008' || lpad(to_hex(g), 15, '0'))::uuid,
                   to_timestamp((:millis + g) / 1000.0), 'person', 'PH', 'test', 'changed', 'site'
              from generate_series(1, :many) g
            """)
        .param("clinic", clinic.id().value())
        .param("millis", Instant.parse(from).toEpochMilli())
        .param("many", many)
        .update();
  }

  private long inTheRest() {
    return count("audit.line_rest");
  }

  private long count(String table) {
    return superuser.sql("select count(*) from " + table).query(Long.class).single();
  }
}
