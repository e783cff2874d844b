package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.Promises;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class CallPagesTest {

  private static final Map<String, String> DONE =
      Map.of("reason", "when", "outcome", "done", "note", "Told her the day.");

  private final World world;
  private final Calls calls;
  private final Promises promises;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private SignedIn luz;
  private Client client;

  CallPagesTest(
      World world,
      Calls calls,
      Promises promises,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.world = world;
    this.calls = calls;
    this.promises = promises;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void connect() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    client = Client.on(port).as(world.cookieOf(luz));
  }

  @Test
  void a_call_opened_by_hand_is_hers_and_is_written_up() {
    var opened = client.post("/calls", Map.of("direction", "in", "number", "(617) 555-0142"));
    var place = opened.location();

    assertThat(client.get(place).body()).contains("On the line", "(617) 555-0142");
    assertThat(client.post(place + "/wrap-up", DONE).location()).isEqualTo(place);
    assertThat(client.get(place).body())
        .contains("Written up", "Told her the day.", "When is my visit?");
    assertThat(client.post(place + "/wrap-up", DONE).status()).isEqualTo(409);
  }

  @Test
  void the_same_form_sent_twice_opens_one_call() {
    var form = Map.of("direction", "in", "requestId", UUID.randomUUID().toString());

    var first = client.post("/calls", form);
    var second = client.post("/calls", form);

    assertThat(second.location()).isEqualTo(first.location());
    assertThat(Scopes.call(world.scopeOf(luz), calls::mine)).hasSize(1);
  }

  @Test
  void a_wrap_up_without_a_reason_is_asked_again_and_keeps_what_was_typed() {
    var place = client.post("/calls", Map.of()).location();

    var answer =
        client.post(place + "/wrap-up", Map.of("outcome", "done", "note", "Half a thought"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Choose what it was about.", "Half a thought");
    assertThat(client.get(place).body()).contains("On the line");
  }

  @Test
  void what_was_promised_has_a_date_and_an_owner_and_stands_with_the_call() {
    var place = client.post("/calls", Map.of("direction", "in")).location();
    var promised = new HashMap<>(Map.of("reason", "bill", "outcome", "promised", "note", ""));

    assertThat(client.post(place + "/wrap-up", promised).body()).contains("Say what was promised");
    promised.put("promise", "Billing rings back about the letter");
    assertThat(client.post(place + "/wrap-up", promised).status()).isEqualTo(422);
    promised.putAll(Map.of("day", "yesterday", "hour", "17:00"));
    assertThat(client.post(place + "/wrap-up", promised).body())
        .contains("That moment has passed", "Billing rings back about the letter");
    promised.put("day", "in two weeks");
    assertThat(client.post(place + "/wrap-up", promised).body()).contains("The owner has to be");
    promised.put("keeper", luz.account().toString());
    assertThat(client.post(place + "/wrap-up", promised).location()).isEqualTo(place);

    assertThat(client.get(place).body())
        .contains("Billing rings back about the letter", "Luz Ramos", "17:00");
    assertThat(Scopes.call(world.scopeOf(luz), promises::mine)).hasSize(1);
  }

  @Test
  void what_happened_while_the_line_was_down_is_entered_with_its_hour() {
    var typed = new HashMap<>(Map.of("direction", "in", "day", "tomorrow", "hour", "9:15"));
    assertThat(client.post("/calls", typed).body()).contains("That day is still to come");
    typed.put("day", "yesterday");
    var place = client.post("/calls", typed).location();

    var page = client.get(place).body();
    assertThat(page).contains("To write up", "09:15", "entered", "Who is calling?");
    assertThat(page).doesNotContain("Hang up");
    assertThat(client.get("/patients").status()).isEqualTo(200);
    assertThat(client.post(place + "/wrap-up", DONE).location()).isEqualTo(place);
    assertThat(client.post("/calls", Map.of("day", "-40d", "hour", "9:15")).status())
        .isEqualTo(422);
  }

  @Test
  void a_second_call_is_taken_after_the_first_waits_and_three_may_wait() {
    for (int n = 0; n < 3; n++) {
      var place = client.post("/calls", Map.of()).location();
      assertThat(client.post(place + "/hold", Map.of()).status()).isEqualTo(302);
    }
    var fourth = client.post("/calls", Map.of()).location();

    assertThat(client.post("/calls", Map.of()).body()).contains("You are on a call.");
    assertThat(client.post(fourth + "/hold", Map.of()).body())
        .contains("3 callers wait for you already.");
  }

  @Test
  void who_speaks_again_with_one_lets_the_other_wait() {
    var first = client.post("/calls", Map.of()).location();
    client.post(first + "/hold", Map.of());
    var second = client.post("/calls", Map.of()).location();

    client.post(first + "/resumption", Map.of());

    assertThat(client.get(first).body()).contains("Call is over", "Let wait");
    assertThat(client.get(second).body()).contains("Waits on hold", "Speak again");
  }

  @Test
  void another_persons_call_is_read_and_not_touched() {
    var place = client.post("/calls", Map.of()).location();
    var jo = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, board.clinic())));

    assertThat(jo.get(place).body()).contains("Luz Ramos").doesNotContain("It is over: save");
    assertThat(jo.post(place + "/end", Map.of()).status()).isEqualTo(409);
    assertThat(jo.post(place + "/taking", Map.of()).body()).contains("Luz Ramos took this call");
  }

  @Test
  void a_waiting_call_is_offered_to_who_is_available_and_not_to_who_is_away() {
    board.ring("(617) 555-0142");
    assertThat(client.get("/calls/strip").body()).doesNotContain("1 call waits");

    client.post("/calls/availability", Map.of("state", "available"));

    assertThat(client.get("/calls/strip").body()).contains("1 call waits: Harbor Family Clinic");
    client.post("/calls", Map.of());
    assertThat(client.get("/calls/strip").body()).doesNotContain("1 call waits");
  }

  @Test
  void colleagues_see_who_is_on_a_call_in_wrap_up_on_a_break_or_away() {
    var jo = world.person(Role.SCHEDULER, board.clinic());
    var hers = Client.on(port).as(world.cookieOf(jo));
    client.post("/calls/availability", Map.of("state", "available"));
    assertThat(team(hers)).contains("Luz Ramos Available");

    var place = client.post("/calls", Map.of()).location();
    assertThat(team(hers)).contains("Luz Ramos On a call");
    board.ring("(617) 555-0142");
    client.post(place + "/end", Map.of());
    assertThat(team(hers)).contains("Luz Ramos In wrap-up");
    assertThat(client.get("/calls/strip").body()).doesNotContain("1 call waits");
    client.post(place + "/wrap-up", DONE);
    assertThat(client.get("/calls/strip").body()).contains("1 call waits");

    client.post("/calls/availability", Map.of("state", "break"));
    assertThat(team(hers)).contains("Luz Ramos On a break");
    client.post("/sign-out", Map.of());
    beans.getBean(Team.class).leave();
    assertThat(team(hers)).contains("Luz Ramos Away");
  }

  /** Who is on what, as one line of words. */
  private static String team(Client client) {
    return client
        .get("/calls")
        .body()
        .replaceAll("(?s).*id=\"team\"", "")
        .replaceAll("(?s)<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void an_extension_is_hers_until_another_sits_there() {
    board.happens(board.ring("(617) 555-0141"), "answered", ", \"extension\": \"204\"");
    assertThat(Scopes.call(world.scopeOf(luz), calls::mine)).hasSize(1);
    assertThat(client.get("/calls").body()).contains("value=\"204\"");

    var jo = board.seated(Role.SCHEDULER, "204");
    board.happens(board.ring("(617) 555-0142"), "answered", ", \"extension\": \"204\"");

    assertThat(Scopes.call(world.scopeOf(jo), calls::mine)).hasSize(1);
    assertThat(Scopes.call(world.scopeOf(luz), calls::mine)).as("the one before").hasSize(1);
    assertThat(client.get("/calls").body()).doesNotContain("value=\"204\"");
    assertThat(client.post("/calls/seat", Map.of("system", "", "extension", "2 0 4")).status())
        .isEqualTo(422);
  }

  @Test
  void a_token_is_shown_once_and_a_new_one_ends_the_one_before() {
    var administrator =
        Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, board.clinic())));
    var telephones = "/clinics/" + board.clinic().slug() + "/telephones";
    var page = administrator.get(telephones).body();
    assertThat(page).contains("Manila switch").doesNotContain(board.token());
    var renewal = page.replaceAll("(?s).*action=\"(" + telephones + "/[^\"]*/token)\".*", "$1");

    var renewed = administrator.post(renewal, Map.of()).body();

    assertThat(renewed).contains("It is shown only now.");
    assertThat(board.rings("f-1", "").status()).isEqualTo(401);
    assertThat(client.get(telephones).status()).isEqualTo(403);
  }
}
