package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A caller rings, however strangely her switch tells of her. */
@MalasakitTest
class OddRingsTest {

  private final World world;
  private final Calls calls;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;

  OddRingsTest(World world, Calls calls, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.calls = calls;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void connect() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Acme Hospital Front Desk, second floor\" <sip:+16175550142@pbx.example.com;user=phone> | 16175550142",
        "sip:+16175550142;phone-context=example.com@192.168.0.20:5060 | 16175550142",
        "SIPS:%2B16175550142:secret@pbx.example.com | 16175550142",
        "tel:+1-617-555-0142;ext=12 | 16175550142",
        "\"(617) 555-0100\" <sip:anonymous@192.168.0.20> | ``",
        "sip:pbx24.example.com | ``",
        "1234567890123456789012345678901234567890123456789012345678901234567890 | ``",
        "anonymous | ``",
      })
  void a_caller_whose_number_is_odd_rings_all_the_same(String from, String digits) {
    var luz = world.person(Role.CUSTOMER_SERVICE, board.clinic());

    assertThat(board.rings("g-1", from.replace("\"", "\\\"")).status()).isEqualTo(201);

    assertThat(nobodys(luz))
        .singleElement()
        .satisfies(call ->
            assertThat(call.line().other().map(Phone::digits).orElse("")).isEqualTo(digits));
  }

  @Test
  void nothing_but_its_id_and_what_was_dialled_makes_a_ring_untold() {
    var luz = world.person(Role.CUSTOMER_SERVICE, board.clinic());
    var odd =
        "{\"id\": \"h-1\", \"to\": \"sip:%s@pbx.example.com\", \"from\": 16175550142, \"queue\": \"%s\","
            + " \"language\": [\"es\"], \"started\": \"soon\"}";

    var answer =
        board.tell("/api/calls", odd.formatted(board.number(), "q\\u0000" + "u".repeat(200)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(nobodys(luz))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.line().other().orElseThrow().digits()).isEqualTo("16175550142");
          assertThat(call.line().queue()).hasSize(80);
          assertThat(call.line().language()).isEmpty();
        });
    assertThat(board.happens("h-1", "answered", ", \"extension\": 204").status()).isEqualTo(202);
  }

  @Test
  void what_a_switch_tells_from_the_future_happened_when_it_arrived() {
    var luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    var ahead = Instant.now().plus(Duration.ofHours(1));
    board.tell(
        "/api/calls",
        "{\"id\": \"i-1\", \"to\": \"%s\", \"started\": \"%s\"}".formatted(board.number(), ahead));
    assertThat(nobodys(luz).getFirst().startedAt()).isBefore(ahead.minusSeconds(3000));

    board.happens("i-1", "answered", ", \"extension\": \"204\", \"at\": \"" + ahead + "\"");
    board.happens("i-1", "held", ", \"at\": \"" + ahead.plusSeconds(9) + "\"");
    assertThat(mine(luz).getFirst().state()).isEqualTo(CallState.HELD);
    client(luz).post(place(mine(luz).getFirst()) + "/resumption", Map.of());

    assertThat(mine(luz).getFirst().state()).isEqualTo(CallState.TALKING);
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
