package health.malasakit.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import health.malasakit.messaging.Handed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** What a gateway may answer, over real HTTP. */
class TextGatewayTest {

  private static final String FROM = "+12125550100";
  private static final String TO = "+16175550142";
  private static final String WORDS = "Harbor: 123456 es su código & más";

  private final TestCarrier carrier = new TestCarrier();

  @AfterEach
  void close() {
    carrier.close();
  }

  @Test
  void a_text_comes_as_the_api_has_it_and_is_named_by_the_carrier() {
    assertThat(hand()).isEqualTo(new Handed.Accepted("SM1"));

    var came = carrier.to(TO).getFirst();
    assertThat(came.path()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
    assertThat(came.authorization()).isEqualTo("Basic QUMxOnRlc3QtdG9rZW4=");
    assertThat(came.form())
        .containsExactlyInAnyOrderEntriesOf(Map.of("From", FROM, "To", TO, "Body", WORDS));
  }

  @Test
  void it_is_told_where_to_say_what_became_of_it() {
    var door = java.net.URI.create("https://malasakit.example/api/texts/receipts/1/2");

    gateway(Map.of()).hand(FROM, TO, WORDS, Optional.of(door));

    assertThat(carrier.to(TO).getFirst().form()).containsEntry("StatusCallback", door.toString());
  }

  @Test
  void what_it_refuses_is_refused_with_its_own_code() {
    carrier.says(TO, Says.no(21614));
    assertThat(hand()).isEqualTo(new Handed.Declined("21614"));
    carrier.says(TO, new Says(401, "<html>who are you?</html>"));
    assertThat(hand()).isEqualTo(new Handed.Declined("http-401"));
    carrier.says(TO, new Says(429, ""));
    assertThat(hand()).isEqualTo(new Handed.Declined("http-429"));
  }

  @Test
  void an_answer_that_says_nothing_certain_leaves_it_in_doubt_and_is_not_asked_again() {
    carrier.says(TO, new Says(201, "<html>welcome</html>"));
    assertThat(hand()).isEqualTo(new Handed.InDoubt("garbled"));
    carrier.says(TO, new Says(201, "{\"sid\": \"a b\"}"));
    assertThat(hand()).isEqualTo(new Handed.InDoubt("garbled"));
    carrier.says(TO, new Says(201, "[]"));
    assertThat(hand()).isEqualTo(new Handed.InDoubt("garbled"));
    carrier.says(TO, new Says(500, ""));
    assertThat(hand()).isEqualTo(new Handed.InDoubt("http-500"));
    carrier.says(TO, new Says(302, ""));
    assertThat(hand()).isEqualTo(new Handed.InDoubt("http-302"));
    carrier.says(TO, new Says(408, ""));
    assertThat(hand()).isEqualTo(new Handed.InDoubt("http-408"));
    assertThat(carrier.to(TO)).hasSize(6);
  }

  @Test
  void an_answer_that_is_too_long_is_read_no_further() {
    carrier.says(TO, new Says(201, "{\"sid\": \"SM1\", \"more\": \"" + "x".repeat(70_000) + "\"}"));

    assertThat(hand()).isEqualTo(new Handed.InDoubt("silent"));
  }

  @Test
  void a_carrier_that_takes_it_and_is_silent_leaves_it_in_doubt() {
    carrier.says(TO, Says.NOTHING);

    assertThat(hand()).isEqualTo(new Handed.InDoubt("silent"));
    assertThat(carrier.to(TO)).hasSize(1);
  }

  @Test
  void without_a_connection_nothing_left_this_machine() throws IOException {
    int nobodys;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodys = taken.getLocalPort();
    }

    var gateway = gateway(Map.of("MALASAKIT_TEXTS_ADDRESS", "http://127.0.0.1:" + nobodys));

    assertThat(gateway.hand(FROM, TO, WORDS, Optional.empty()))
        .isEqualTo(new Handed.Declined("unreachable"));
  }

  @Test
  void without_settings_it_is_not_configured_and_says_so() {
    var gateway = new TextGateway(nobody(), Map.of(), Duration.ofSeconds(1));

    assertThat(gateway.isConfigured()).isFalse();
    assertThat(gateway.hand(FROM, TO, WORDS, Optional.empty()))
        .isEqualTo(new Handed.Declined("not-configured"));
  }

  @Test
  void a_setting_that_is_not_right_is_named_at_the_start() {
    refused("http://sms.example.org", "MALASAKIT_TEXTS_ADDRESS is an address with https");
    refused("https://user:word@sms.example.org", "MALASAKIT_TEXTS_ADDRESS");
    refused("https://sms.example.org?key=1", "MALASAKIT_TEXTS_ADDRESS");
    refused("sms", "MALASAKIT_TEXTS_ADDRESS");
    assertThatThrownBy(() -> gateway(Map.of("MALASAKIT_TEXTS_TOKEN", "")))
        .hasMessageContaining("MALASAKIT_TEXTS_TOKEN is needed");
    assertThatThrownBy(() -> gateway(Map.of("MALASAKIT_TEXTS_ACCOUNT", "../x")))
        .hasMessageContaining("MALASAKIT_TEXTS_ACCOUNT");
    assertThat(
            gateway(Map.of("MALASAKIT_TEXTS_ADDRESS", "https://sms.example.org/")).isConfigured())
        .isTrue();
  }

  private void refused(String address, String why) {
    assertThatThrownBy(() -> gateway(Map.of("MALASAKIT_TEXTS_ADDRESS", address)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  private Handed hand() {
    return gateway(Map.of()).hand(FROM, TO, WORDS, Optional.empty());
  }

  private TextGateway gateway(Map<String, String> other) {
    var settings = new java.util.HashMap<String, String>();
    settings.put("MALASAKIT_TEXTS_ADDRESS", carrier.address());
    settings.put("MALASAKIT_TEXTS_ACCOUNT", "AC1");
    settings.put("MALASAKIT_TEXTS_TOKEN", "test-token");
    settings.putAll(other);
    return new TextGateway(nobody(), settings, Duration.ofSeconds(1));
  }

  private static org.springframework.beans.factory.ObjectProvider<OwnCarrier> nobody() {
    return new DefaultListableBeanFactory().getBeanProvider(OwnCarrier.class);
  }
}
