package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.access.People;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose session is revoked hears nothing more, on whatever node her stream is. */
@Tag("slow")
class RevokedStreamsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * A third of the heartbeat, with which every stream would end by itself; aimed at is one second.
   */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.start();
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void signed_out_everywhere_on_one_node_ends_her_streams_on_both() {
    var luz = world().person(Role.SCHEDULER, clinic());
    try (var here = stream(nodes.first(), luz);
        var there = stream(nodes.second(), luz)) {
      var began = Instant.now();
      Client.on(nodes.first().port())
          .as(world().cookieOf(luz))
          .post("/sign-out/everywhere", Map.of());

      ends("sign-out everywhere, same node", here, began);
      ends("sign-out everywhere, other node", there, began);
      assertThat(there.lines()).contains("event: bye");
    }
  }

  @Test
  void an_account_that_is_closed_ends_its_streams() {
    var luz = world().person(Role.SCHEDULER, clinic());
    try (var there = stream(nodes.second(), luz)) {
      var began = Instant.now();
      nodes.first().bean(Accounts.class).disable(luz.account());

      ends("account closed, other node", there, began);
    }
  }

  @Test
  void leaving_one_browser_ends_its_stream_and_not_that_of_her_other_browser() {
    var clinic = clinic();
    var luz = world().person(Role.SCHEDULER, clinic);
    var leaving = Client.on(nodes.first().port()).as(world().cookieOf(luz));
    try (var other = stream(nodes.second(), luz);
        var left = LiveStream.of(leaving.at(nodes.second().port()))) {
      await().atMost(PATIENCE).until(left::begun);
      var began = Instant.now();
      leaving.post("/sign-out", Map.of());

      ends("sign-out, other node", left, began);
      var topic = changed(clinic);
      await().atMost(PATIENCE).until(() -> other.heard(topic));
    }
  }

  @Test
  void a_stream_ends_with_the_twelve_hours_of_its_session() {
    var known = world().person(Role.SCHEDULER, clinic());
    var since = Instant.now().minus(Duration.ofHours(12)).plusSeconds(4);
    world().backdate(known, since);
    var luz = new SignedIn(known.accountUuid(), known.country(), known.zone(), since);
    try (var there = stream(nodes.second(), luz)) {
      ends("absolute limit", there, luz.until());
      assertThat(Instant.now()).isAfterOrEqualTo(luz.until());
    }
  }

  @Test
  void who_loses_her_role_in_a_clinic_hears_no_more_of_it_and_goes_on_with_the_other() {
    var lost = clinic();
    var kept = clinic();
    var luz = world().person(Role.SCHEDULER, lost, kept);
    var administrator = world().person(Role.ADMINISTRATOR, lost);
    try (var there = stream(nodes.second(), luz)) {
      Scopes.run(
          world().scopeOf(administrator),
          () -> {
            nodes
                .first()
                .bean(People.class)
                .setRoles(lost.id(), luz.account(), Set.of(Role.BILLING));
            nodes.first().bean(People.class).disable(lost.id(), luz.account());
          });
      var unheard = changed(lost);
      var last = changed(kept);

      await().atMost(PATIENCE).until(() -> there.heard(last));
      assertThat(there.heard(unheard)).isFalse();
    }
  }

  private static void ends(String how, LiveStream stream, Instant began) {
    await().atMost(AT_ONCE).pollInterval(Duration.ofMillis(10)).until(stream::ended);
    System.out.printf("%s: %d ms%n", how, Duration.between(began, Instant.now()).toMillis());
  }

  private static World world() {
    return nodes.first().bean(World.class);
  }

  private static Organization clinic() {
    return world().clinic("Lakeside Family Medicine");
  }

  private static LiveStream stream(Node node, SignedIn person) {
    var stream = LiveStream.of(Client.on(node.port()).as(world().cookieOf(person)));
    await().atMost(PATIENCE).until(stream::begun);
    return stream;
  }

  private static String changed(Organization clinic) {
    var topic = "day/" + clinic.id() + "/" + Ids.next() + "/2026-11-23";
    Scopes.run(
        Scope.job(clinic.id(), "test"),
        () ->
            nodes
                .first()
                .bean(TransactionTemplate.class)
                .executeWithoutResult(status -> nodes.first().bean(Live.class).changed(topic)));
    return topic;
  }
}
