package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("slow")
class TwoNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.start(Reaction.class);
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void a_change_on_one_node_reaches_the_open_page_on_the_other() {
    var clinic = clinic();
    try (var stream = stream(clinic)) {
      var topic = changed(nodes.first(), clinic, true);

      await().atMost(PATIENCE).until(() -> stream.heard(topic));
    }
  }

  @Test
  void a_change_of_another_clinic_or_one_rolled_back_is_not_heard() {
    var clinic = clinic();
    try (var stream = stream(clinic)) {
      var others = changed(nodes.first(), clinic(), true);
      var undone = changed(nodes.first(), clinic, false);
      var last = changed(nodes.first(), clinic, true);

      await().atMost(PATIENCE).until(() -> stream.heard(last));
      assertThat(stream.heard(others)).isFalse();
      assertThat(stream.heard(undone)).isFalse();
    }
  }

  @Test
  void eight_streams_of_eight_people_stay_live() {
    var clinic = clinic();
    var tabs = IntStream.range(0, 8).mapToObj(n -> stream(clinic)).toList();
    var topic = changed(nodes.first(), clinic, true);

    await().atMost(PATIENCE).until(() -> tabs.stream().allMatch(tab -> tab.heard(topic)));
    tabs.forEach(LiveStream::close);
  }

  @Test
  void a_lost_connection_is_made_anew_and_pages_come_back_by_themselves() throws SQLException {
    var clinic = clinic();
    try (var stream = stream(clinic);
        var superuser = TestDatabase.superuser(nodes.address());
        var statement = superuser.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()"
              + " and application_name = 'malasakit_live'");

      await().atMost(PATIENCE).until(stream::ended);
      try (var again = stream(clinic)) {
        var topic = changed(nodes.first(), clinic, true);
        await().atMost(PATIENCE).until(() -> again.heard(topic));
      }
    }
  }

  @Test
  void a_reaction_works_in_the_scope_of_its_event() {
    var event = new Reaction.Happened(clinic().id(), Ids.next(), false);

    publish(event);

    await().atMost(PATIENCE).until(() -> Reaction.TAKEN.contains(event));
    assertThat(Reaction.SCOPES).contains("[" + event.organization() + "] Listening.on");
    await().atMost(PATIENCE).until(() -> rows("event_publication", event) == 0);
    assertThat(rows("event_publication_archive", event)).isEqualTo(1);
  }

  @Test
  void a_node_killed_between_commit_and_reaction_leaves_it_to_another() {
    try (var third = nodes.third(Reaction.class, Reaction.Hanging.class)) {
      third.kill();
    }

    await()
        .atMost(PATIENCE)
        .until(() ->
            Reaction.TAKEN.stream()
                .anyMatch(event -> event.organization().equals(Reaction.Hanging.WHERE)));
  }

  @Test
  void an_event_that_fails_is_given_ten_times_again_and_then_is_an_incident() {
    var event = new Reaction.Happened(clinic().id(), Ids.next(), true);

    publish(event);

    await().atMost(PATIENCE).until(() -> incidents(event) == 1);
    assertThat(Reaction.FAILED).filteredOn(event.id()::equals).hasSize(11);
  }

  @Test
  void timed_work_runs_on_one_node_at_a_time() {
    await().atMost(PATIENCE).until(() -> Reaction.TICKS.size() >= 5);

    var ticks = Reaction.TICKS.stream().sorted().toList();
    assertThat(IntStream.range(1, ticks.size()))
        .allSatisfy(n ->
            assertThat(Duration.between(ticks.get(n - 1), ticks.get(n)))
                .isGreaterThanOrEqualTo(Reaction.EVERY.minusMillis(50)));
  }

  @Test
  void work_that_a_killed_node_had_begun_is_taken_up_by_another() {
    try (var third = nodes.third(Reaction.class, Reaction.Hanging.class)) {
      await().atMost(PATIENCE).until(TwoNodesTest::begun);
      third.kill();
    }
    var killed = Instant.now();

    await().atMost(PATIENCE).until(() -> Reaction.HELD.stream().anyMatch(at -> at.isAfter(killed)));
  }

  private static boolean begun() {
    return nodes
        .first()
        .bean(JdbcClient.class)
        .sql("select exists (select from kernel.incident where subject = 'held')")
        .query(Boolean.class)
        .single();
  }

  private static Organization clinic() {
    return nodes.first().bean(World.class).clinic("Lakeside Family Medicine");
  }

  private static LiveStream stream(Organization clinic) {
    var world = nodes.first().bean(World.class);
    var cookie = world.cookieOf(world.person(Role.SCHEDULER, clinic));
    var stream = LiveStream.of(Client.on(nodes.second().port()).as(cookie));
    await().atMost(PATIENCE).until(stream::begun);
    return stream;
  }

  /** Tells a topic in a transaction, which is then rolled back unless it is kept. */
  private static String changed(Node node, Organization clinic, boolean kept) {
    var topic = "day/" + clinic.id() + "/" + Ids.next() + "/2026-11-23";
    Scopes.run(
        Scope.job(clinic.id(), "test"),
        () ->
            node.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                  node.bean(Live.class).changed(topic);
                  if (!kept) {
                    status.setRollbackOnly();
                  }
                }));
    return topic;
  }

  private static void publish(Reaction.Happened event) {
    nodes
        .first()
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> nodes.first().publish(event));
  }

  private static long rows(String table, Reaction.Happened event) {
    return count(
        "select count(*) from kernel." + table + " where serialized_event like :id", event);
  }

  private static long incidents(Reaction.Happened event) {
    return count(
        "select count(*) from kernel.incident join kernel.event_publication p on p.id = subject_id"
            + " where p.serialized_event like :id",
        event);
  }

  private static long count(String query, Reaction.Happened event) {
    return nodes
        .first()
        .bean(JdbcClient.class)
        .sql(query)
        .param("id", "%" + event.id() + "%")
        .query(Long.class)
        .single();
  }
}
