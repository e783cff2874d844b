package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A call rang whose end was lost on its way. */
@MalasakitTest
class SilentCallsTest {

  private final World world;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private SignedIn luz;
  private Client client;
  private String ghost;
  private String place;

  SilentCallsTest(
      World world,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.world = world;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void itRang() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.SUPERVISOR, "204");
    client = Client.on(port).as(world.cookieOf(luz));
    client.post("/calls/availability", Map.of("state", "available"));
    ghost = board.ring("(617) 555-0142");
    var call = Scopes.call(world.scopeOf(luz), beans.getBean(NobodysCalls.class)::waiting);
    place = "/calls/" + board.clinic().id() + "/" + call.getFirst().id();
  }

  @Test
  void it_stands_behind_who_rings_now_and_does_not_count_as_waiting() {
    saidNothingFor("11 minutes");
    assertThat(strip()).contains("1 call without a word from the telephone", place + "/taking");
    rings("(617) 555-0143");

    assertThat(strip())
        .contains("1 call waits: Harbor Family Clinic · 1 without a word")
        .doesNotContain(place);
    assertThat(client.get("/calls").body())
        .containsSubsequence("id=\"calls-waiting\"", "555-0143", "id=\"calls-silent\"", "555-0142");
    assertThat(client.get("/calls/board").body())
        .contains(
            "href=\"/calls#calls-waiting\">1<",
            "href=\"/calls#calls-silent\">1<",
            "has said nothing for a while (10 minutes",
            "<small>now</small>");
  }

  @Test
  void one_key_makes_it_a_missed_call_that_counts_as_no_answer() {
    assertThat(client.get(place).body()).doesNotContain("data-open=\"nobody\"");
    assertThat(client.post(place + "/nobody", Map.of()).status()).isEqualTo(409);
    saidNothingFor("11 minutes");
    assertThat(client.get(place).body()).contains("Nobody there<kbd aria-hidden=\"true\">n</kbd>");

    assertThat(client.post(place + "/nobody", Map.of()).location()).isEqualTo("/calls");

    assertThat(client.get("/calls").body())
        .contains("id=\"calls-missed\"", "nobody was there", "555-0142")
        .doesNotContain("calls-silent");
    assertThat(client.get("/calls/board").body()).contains("href=\"/calls#calls-missed\">1<");
  }

  @Test
  void who_took_it_and_hears_nobody_answered_nobody() {
    saidNothingFor("0 minutes");
    client.post(place + "/taking", Map.of());
    assertThat(client.get("/calls/board").body()).contains("1 / 1");

    assertThat(client.post(place + "/nobody", Map.of()).location()).isEqualTo("/calls");

    assertThat(Scopes.call(world.scopeOf(luz), beans.getBean(Calls.class)::mine)).isEmpty();
    assertThat(client.get("/calls/board").body()).doesNotContain("1 / 1");
    assertThat(client.get("/calls").body()).contains("nobody was there");
  }

  @Test
  void a_caller_with_whom_the_telephone_connected_her_is_no_ghost() {
    board.happens(ghost, "answered", ", \"extension\": \"204\"");

    assertThat(client.post(place + "/nobody", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void a_caller_of_whom_the_telephone_speaks_again_waits_again() {
    saidNothingFor("11 minutes");
    board.rings(ghost, "(617) 555-0142");
    assertThat(strip()).contains("1 call waits");

    saidNothingFor("11 minutes");
    client.post(place + "/nobody", Map.of());
    assertThat(strip()).doesNotContain("1 call");
    board.happens(ghost, "ringing", "");
    assertThat(strip()).contains("1 call waits");

    saidNothingFor("11 minutes");
    client.post(place + "/nobody", Map.of());
    board.happens(ghost, "answered", ", \"extension\": \"204\"");
    assertThat(Scopes.call(world.scopeOf(luz), beans.getBean(Calls.class)::mine))
        .singleElement()
        .satisfies(call -> assertThat(call.state()).isEqualTo(CallState.TALKING));
  }

  @Test
  void it_is_asked_once_before_it_is_a_missed_call() {
    saidNothingFor("11 minutes");

    for (var page : List.of(place, "/calls")) {
      assertThat(client.get(page).body())
          .as(page)
          .contains("data-open=\"nobody", "<dialog", "Is nobody on the line?", "Somebody is there");
    }
  }

  @Test
  void a_caller_who_was_asked_anything_was_somebody() {
    saidNothingFor("0 minutes");
    client.post(place + "/taking", Map.of());
    assertThat(client.get(place).body()).contains("data-open=\"nobody\"");
    client.post(
        place + "/caller",
        Map.of("caller", "patient", "name", "Ana Wrong", "birthDate", "1/1/1990"));

    assertThat(client.get(place).body()).doesNotContain("data-open=\"nobody\"");
    var answer = client.post(place + "/nobody", Map.of());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("Somebody was asked, or something was done in this call");
    assertThat(mine()).extracting(Call::state).containsExactly(CallState.TALKING);
  }

  @Test
  void who_sees_to_it_after_all_speaks_on_it_and_only_on_one() {
    saidNothingFor("0 minutes");
    client.post(place + "/taking", Map.of());
    client.post(place + "/nobody", Map.of());
    var other = client.post("/calls", Map.of()).location();
    assertThat(client.post(place + "/taking", Map.of()).status()).isEqualTo(409);
    client.post(other + "/hold", Map.of());

    assertThat(client.post(place + "/taking", Map.of()).status()).isEqualTo(302);

    assertThat(mine().getFirst().id().toString()).isEqualTo(place.replaceAll(".*/", ""));
    assertThat(mine().getFirst().state()).isEqualTo(CallState.TALKING);
    board.happens(ghost, "ended", "");
    assertThat(mine())
        .extracting(Call::state)
        .containsExactlyInAnyOrder(CallState.HELD, CallState.WRITING);
  }

  private List<Call> mine() {
    return Scopes.call(world.scopeOf(luz), beans.getBean(Calls.class)::mine);
  }

  @Test
  void after_two_hours_it_is_missed_by_itself() {
    var left = beans.getBean(CallsLeft.class);
    saidNothingFor("119 minutes");
    assertThat(left.note(board.clinic().id())).isZero();
    saidNothingFor("121 minutes");

    assertThat(left.note(board.clinic().id())).isEqualTo(1);

    assertThat(client.get("/calls").body())
        .contains("nobody was there")
        .doesNotContain("calls-silent");
  }

  private void rings(String from) {
    board.tell(
        "/api/calls",
        "{\"id\": \"now\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(from, board.number()));
  }

  private String strip() {
    return client.get("/calls/strip").body();
  }

  private void saidNothingFor(String time) {
    Scopes.run(
        world.scopeOf(luz),
        () ->
            transactions.executeWithoutResult(status ->
                jdbc.sql(
                        """
                        update inquiries.call
                           set rang_at = now() - cast(:time as interval),
                               started_at = now() - cast(:time as interval)
                         where call_id = cast(:call as uuid)
                        """)
                    .param("time", time)
                    .param("call", place.substring(place.lastIndexOf('/') + 1))
                    .update()));
  }
}
