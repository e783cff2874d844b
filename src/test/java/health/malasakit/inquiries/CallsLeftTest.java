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

@MalasakitTest
class CallsLeftTest {

  private final World world;
  private final Calls calls;
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
      CallsLeft left,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.world = world;
    this.calls = calls;
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
    client.post(call + "/hold", Map.of());
    assertThat(left.note(board.clinic().id())).isZero();
    heldSince("61 minutes");

    assertThat(left.note(board.clinic().id())).isEqualTo(1);
    assertThat(left.note(board.clinic().id())).isZero();

    assertThat(forLead(luz)).isEmpty();
    assertThat(forLead(lead)).hasSize(1);
    Client.on(port).as(world.cookieOf(lead)).post(call + "/lead", Map.of());
    assertThat(forLead(lead)).isEmpty();
    assertThat(Scopes.call(world.scopeOf(lead), calls::mine)).hasSize(1);
    assertThat(Scopes.call(world.scopeOf(luz), calls::mine)).isEmpty();
  }

  @Test
  void who_signs_out_leaves_her_call_to_the_lead() {
    assertThat(left.note(board.clinic().id())).isZero();
    client.post("/sign-out", Map.of());

    assertThat(left.note(board.clinic().id())).isEqualTo(1);

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

  private void heldSince(String ago) {
    Scopes.run(
        world.scopeOf(luz),
        () ->
            transactions.executeWithoutResult(status ->
                jdbc.sql(
                        "update inquiries.call set answered_at = answered_at - interval '2 hours', held_at = now() - cast(:ago as interval)")
                    .param("ago", ago)
                    .update()));
  }

  private List<Call> forLead(SignedIn person) {
    return Scopes.call(world.scopeOf(person), calls::forLead);
  }
}
