package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class CallDoorTest {

  private static final String CALLER = "(617) 555-0142";

  private final World world;
  private final Calls calls;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;

  CallDoorTest(World world, Calls calls, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.calls = calls;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void connect() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
  }

  @Test
  void a_call_that_rings_is_offered_and_told_again_it_is_the_same_call() {
    var luz = world.person(Role.CUSTOMER_SERVICE, board.clinic());

    var first = board.rings("a-1", CALLER);
    var again = board.rings("a-1", CALLER);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(nobodys(luz))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.state()).isEqualTo(CallState.RINGING);
          assertThat(call.line().other().orElseThrow().digits()).isEqualTo("16175550142");
          assertThat(call.line().language()).isEqualTo("es");
        });
    assertThat(client(luz).get("/calls").body())
        .contains("Harbor Family Clinic", "(617) 555-0142", "Rings");
  }

  @Test
  void an_answer_at_her_extension_gives_her_the_call() {
    var luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    var id = board.ring(CALLER);

    board.happens(id, "answered", ", \"extension\": \"204\"");

    assertThat(mine(luz))
        .singleElement()
        .satisfies(call -> assertThat(call.state()).isEqualTo(CallState.TALKING));
    assertThat(client(luz).get("/calls/strip").body()).contains("data-opens=\"/calls/");
    client(luz).get(place(mine(luz).getFirst()));
    assertThat(client(luz).get("/calls/strip").body()).doesNotContain("data-opens");
  }

  @Test
  void what_happened_before_the_ring_was_told_is_kept_for_it() {
    var luz = board.seated(Role.CUSTOMER_SERVICE, "204");

    var early = board.happens("b-1", "answered", ", \"extension\": \"204\"");
    board.happens("b-1", "ended", "");
    assertThat(early.status()).isEqualTo(202);
    assertThat(mine(luz)).isEmpty();
    board.rings("b-1", CALLER);

    assertThat(mine(luz))
        .singleElement()
        .satisfies(call -> assertThat(call.state()).isEqualTo(CallState.WRITING));
  }

  @Test
  void who_is_given_a_second_call_lets_the_first_wait_whether_or_not_the_switch_says_so() {
    var luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    var first = board.ring(CALLER);
    board.happens(first, "answered", ", \"extension\": \"204\"");
    var second = board.ring("(617) 555-0143");

    board.happens(second, "answered", ", \"extension\": \"204\"");

    assertThat(Scopes.call(world.scopeOf(luz), calls::mine))
        .extracting(call -> call.telephone().orElseThrow().outsideId(), Call::state)
        .containsExactly(tuple(second, CallState.TALKING), tuple(first, CallState.HELD));
  }

  @Test
  void a_caller_who_rang_off_stays_listed() {
    var luz = world.person(Role.CUSTOMER_SERVICE, board.clinic());
    var id = board.ring("anonymous");
    board.happens(id, "abandoned", "");

    assertThat(client(luz).get("/calls").body())
        .contains("Missed", "rang off before an answer", "Number withheld");
  }

  @Test
  void of_twenty_who_take_a_call_at_once_one_has_it_and_the_others_hear_who() {
    var people =
        IntStream.range(0, 20).mapToObj(n -> world.person(Role.SCHEDULER, board.clinic())).toList();
    board.ring(CALLER);
    var place = place(nobodys(people.getFirst()).getFirst());

    var answers =
        people.parallelStream().map(who -> client(who).post(place + "/taking", Map.of())).toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(19)
        .allSatisfy(
            answer -> assertThat(answer.body()).contains("Luz Ramos took this call a moment ago."));
    assertThat(people.stream().filter(who -> !mine(who).isEmpty())).hasSize(1);
  }

  @Test
  void of_two_tabs_that_open_a_call_at_once_one_has_it() {
    var luz = world.person(Role.SCHEDULER, board.clinic());
    var here = java.util.Map.of("clinic", board.clinic().id().toString(), "direction", "in");

    var answers =
        IntStream.range(0, 6).parallel().mapToObj(tab -> client(luz).post("/calls", here)).toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(5)
        .allSatisfy(answer -> assertThat(answer.body()).contains("You are on a call."));
    assertThat(mine(luz)).hasSize(1);
  }

  @Test
  void nobody_sits_there_so_the_answer_waits_to_be_claimed() {
    var luz = world.person(Role.CUSTOMER_SERVICE, board.clinic());
    var elsewhere = world.person(Role.CUSTOMER_SERVICE, world.clinic("Three Lakes Orthopedics"));
    var id = board.ring(CALLER);

    board.happens(id, "answered", ", \"extension\": \"219\"");

    assertThat(nobodys(luz))
        .singleElement()
        .satisfies(call -> assertThat(call.state()).isEqualTo(CallState.UNCLAIMED));
    assertThat(nobodys(elsewhere)).isEmpty();
    assertThat(client(elsewhere).get(place(nobodys(luz).getFirst())).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"to\": \"+13125550100\"} | id",
        "{\"id\": \"x\"} | to",
        "{\"id\": \"x\", \"to\": \"+14155550100\"} | to",
        "{\"id\": \"x\", \"to\": \"front desk\"} | to",
        "{\"id\": 7, \"to\": \"+13125550100\"} | id",
        "[] | ''",
      })
  void what_cannot_be_read_is_answered_with_the_field(String body, String field) {
    var answer = board.tell("/api/calls", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void an_event_that_is_none_is_refused_and_keeps_nothing() {
    var answer = board.happens("c-1", "exploded", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"event\"");
  }

  @Test
  void without_the_token_of_a_system_nothing_is_taken() {
    var luz = world.person(Role.CUSTOMER_SERVICE, board.clinic());
    var body = "{\"id\": \"d-1\", \"to\": \"" + board.number() + "\"}";

    var nobody = Client.on(port);
    var bare =
        nobody.send(
            nobody
                .request("/api/calls", "Authorization", "Bearer wrong")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    var signedIn = client(luz).json("/api/calls", body);

    assertThat(List.of(bare.status(), signedIn.status())).containsOnly(401);
    assertThat(bare.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(nobodys(luz)).isEmpty();
  }

  @Test
  void a_system_rings_for_its_own_clinics_alone() {
    var other = Switchboard.in(beans, port, "Three Lakes Orthopedics");

    var answer = board.tell("/api/calls", "{\"id\": \"e-1\", \"to\": \"" + other.number() + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"to\"");
  }

  private List<Call> mine(SignedIn person) {
    return Scopes.call(world.scopeOf(person), calls::mine);
  }

  private List<Call> nobodys(SignedIn person) {
    return Scopes.call(world.scopeOf(person), beans.getBean(NobodysCalls.class)::waiting);
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  private static String place(Call call) {
    return "/calls/" + call.organization() + "/" + call.id();
  }
}
