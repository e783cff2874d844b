package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

@MalasakitTest
class CallsLeftTest {

  private final World world;
  private final Calls calls;
  private final LeadCalls leads;
  private final CallsLeft left;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private SignedIn luz;
  private SignedIn lead;
  private Client client;
  private String call;

  CallsLeftTest(
      World world,
      Calls calls,
      LeadCalls leads,
      CallsLeft left,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.world = world;
    this.calls = calls;
    this.leads = leads;
    this.left = left;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheIsOnACall() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    lead = world.person(Role.SUPERVISOR, board.clinic());
    client = Client.on(port).as(world.cookieOf(luz));
    call = client.post("/calls", Map.of()).location();
  }

  @Test
  void a_caller_who_waits_for_an_hour_goes_to_the_lead_who_goes_on() {
    var other = world.person(Role.SCHEDULER, board.clinic());
    var waits = Client.on(port).as(world.cookieOf(other)).post("/calls", Map.of()).location();
    Client.on(port).as(world.cookieOf(other)).post(waits + "/hold", Map.of());
    client.post(call + "/hold", Map.of());
    assertThat(left.note(board.clinic().id())).isZero();
    heldSince("61 minutes");

    assertThat(left.note(board.clinic().id())).as("hers, not the one just held").isEqualTo(1);
    assertThat(left.note(board.clinic().id())).isZero();

    assertThat(forLead(luz)).isEmpty();
    assertThat(forLead(lead)).hasSize(1);
    Client.on(port).as(world.cookieOf(lead)).post(call + "/lead", Map.of());
    assertThat(forLead(lead)).isEmpty();
    assertThat(mine(lead)).hasSize(1);
    assertThat(mine(luz)).isEmpty();
    assertThat(mine(other)).hasSize(1);
  }

  @Test
  void who_signs_out_leaves_her_call_to_the_lead() {
    assertThat(left.note(board.clinic().id())).isZero();
    client.post("/sign-out", Map.of());

    assertThat(left.noteAll()).isPositive();

    assertThat(forLead(lead))
        .singleElement()
        .satisfies(one -> assertThat(one.isOf(luz.account())).isTrue());
  }

  @Test
  void a_caller_who_is_spoken_with_again_waits_for_nobody() {
    client.post(call + "/hold", Map.of());
    heldSince("61 minutes");
    left.note(board.clinic().id());

    client.post(call + "/resumption", Map.of());

    assertThat(forLead(lead)).isEmpty();
  }

  @Test
  void a_call_with_which_somebody_deals_is_taken_from_nobody() {
    var hers = Client.on(port).as(world.cookieOf(lead));

    assertThat(hers.get(call).body()).doesNotContain("Go on with this call");
    var refused = hers.post(call + "/lead", Map.of());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("nobody left it to you");
    assertThat(mine(luz)).hasSize(1);
  }

  @Test
  void the_lead_who_speaks_lets_her_caller_wait_for_the_one_that_was_left() {
    var hers = Client.on(port).as(world.cookieOf(lead));
    var first = hers.post("/calls", Map.of()).location();
    client.post("/sign-out", Map.of());
    left.note(board.clinic().id());
    assertThat(hers.get(call).body()).contains("Go on with this call");

    hers.post(call + "/lead", Map.of());

    assertThat(mine(lead))
        .extracting(one -> first.endsWith(one.id().toString()), Call::state)
        .containsExactly(tuple(false, CallState.TALKING), tuple(true, CallState.HELD));
  }

  private List<Call> mine(SignedIn person) {
    return Scopes.call(world.scopeOf(person), calls::mine);
  }

  /** That call alone: another that waits there meanwhile is left as it is. */
  private void heldSince(String ago) {
    Scopes.run(
        world.scopeOf(luz),
        () ->
            transactions.executeWithoutResult(status ->
                jdbc.sql(
                        """
                        update inquiries.call
                           set answered_at = answered_at - interval '2 hours', held_at = now() - cast(:ago as interval)
                         where call_id = cast(:call as uuid)
                        """)
                    .param("ago", ago)
                    .param("call", call.substring(call.lastIndexOf('/') + 1))
                    .update()));
  }

  private List<Call> forLead(SignedIn person) {
    return Scopes.call(world.scopeOf(person), leads::mine);
  }
}
