package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a telephone system may call its calls: their events name them in an address. */
@MalasakitTest
class CallNamesTest {

  private static final String CALLER = "(617) 555-0142";

  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;

  CallNamesTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void connect() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b c", "a b", "a%b", "a;b", "a?b", "..", "a\\\\b", "ä"})
  void an_id_that_no_address_carries_is_refused_at_the_ring(String id) {
    var answer = board.rings(id, CALLER);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"id\"", "letters, digits and . _ - : @ + = ~");
  }

  /** RingCentral, Twilio, Asterisk without and with its name, Cisco, 3CX, SIP. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s-a0d17ea2a8ce2z17c1d1f9e68z1c2f40000",
        "CA5ef8732a3c49700934481addd5ce1659",
        "1234567890.123",
        "manila-1764167412.1042",
        "0000000000000123-1764167412",
        "00:1A:2B@10.1.1.5",
        "Y2lzY29zcGFyazovL3VzL0NBTEw=",
        "(41,7)",
        "8a7bc-1f@pbx.example.com",
        "421"
      })
  void the_ids_of_telephone_systems_are_taken_and_their_events_find_the_call(String id) {
    var rang = board.rings(id, CALLER);

    assertThat(rang.status()).isEqualTo(201);
    assertThat(board.happens(id, "ended", "").body()).isEqualTo(rang.body());
  }
}
