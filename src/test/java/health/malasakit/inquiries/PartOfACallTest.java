package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.Drafts;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A call goes on to a colleague: what was noted and promised before is not lost. */
@MalasakitTest
class PartOfACallTest {

  private static final String NOTE = "Wants the letter for her employer.";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private String id;
  private SignedIn luz;
  private Client hers;
  private Client ramons;
  private String call;

  PartOfACallTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallIsHandedOverWhileSheTypes() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    hers = Client.on(port).as(world.cookieOf(luz));
    ramons = Client.on(port).as(world.cookieOf(board.seated(Role.CUSTOMER_SERVICE, "205")));
    id = board.ring("(617) 555-0142");
    board.happens(id, "answered", ", \"extension\": \"204\"");
    var mine = as(() -> beans.getBean(Calls.class).mine().getFirst());
    call = "/calls/" + mine.organization() + "/" + mine.id();
    as(() -> {
      beans.getBean(Drafts.class).keep("call:" + mine.id(), call, "note=" + NOTE);
      return true;
    });
    board.happens(id, "transferred", ", \"to\": \"205\"");
    board.happens(id, "answered", ", \"extension\": \"205\"");
  }

  @Test
  void what_she_typed_waits_for_her_and_whoever_has_the_call_reads_it() {
    assertThat(hers.get(call).body())
        .contains("The call went on to somebody else", "data-draft=\"call:")
        .doesNotContain("name=\"outcome\"");

    var promise =
        Map.of(
            "note", NOTE,
            "promise", "Send the letter",
            "day", "12/31",
            "hour", "15:00",
            "keeper", luz.account().toString());
    assertThat(hers.post(call + "/wrap-up", promise).location()).isEqualTo(call);

    assertThat(ramons.get(call).body())
        .contains("Noted before the call went on", NOTE, "Send the letter", "name=\"outcome\"");
    assertThat(hers.get(call).body())
        .contains(NOTE)
        .doesNotContain("The call went on to somebody else");
    assertThat(as(() -> beans.getBean(Drafts.class).mine())).isEmpty();
    assertThat(hers.get("/calls/written").body()).contains(call);
  }

  @Test
  void it_is_hers_to_note_also_after_he_wrote_the_call_up() {
    ramons.post(call + "/wrap-up", Map.of("reason", "bill", "outcome", "done"));
    board.happens(id, "ended", "");

    hers.post(call + "/wrap-up", Map.of("note", NOTE));

    assertThat(ramons.get(call).body()).contains("Written up", NOTE);
  }

  @Test
  void nothing_is_noted_of_nothing_and_by_nobody_who_never_had_it() {
    assertThat(hers.post(call + "/wrap-up", Map.of("note", " ")).body())
        .contains("Write down what you noted, or what you promised.");
    var other =
        Client.on(port).as(world.cookieOf(world.person(Role.CUSTOMER_SERVICE, board.clinic())));

    assertThat(other.post(call + "/wrap-up", Map.of("note", NOTE)).status()).isEqualTo(422);
    assertThat(other.get(call).body()).doesNotContain("The call went on to somebody else");
    assertThat(ramons.get(call).body()).doesNotContain(NOTE);
  }

  private <T> T as(java.util.function.Supplier<T> work) {
    return Scopes.call(world.scopeOf(luz), work::get);
  }
}
