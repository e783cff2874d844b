package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.kernel.Refused;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {

  private final Webhooks webhooks = new Webhooks(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/calls",
        "https://[::1]/calls",
        "https://localhost/calls",
        "https://0.0.0.0/calls",
        "https://10.0.0.5/calls",
        "https://172.16.0.9/calls",
        "https://192.168.1.20:8443/calls",
        "https://169.254.169.254/latest",
        "https://100.64.0.1/calls",
        "https://[fd00::5]/calls",
        "https://[fe80::5]/calls",
        "https://[::ffff:10.0.0.5]/calls",
        "https://0x7f000001/calls",
        "https://2130706433/calls"
      })
  void no_switch_inside_our_own_network_is_told(String address) {
    assertThatThrownBy(() -> webhooks.of(address)).isInstanceOf(Refused.class);
    assertThat(webhooks.mayTell(URI.create(address))).isFalse();
    assertThat(new Webhooks(true).of(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://203.0.113.9/calls", "https://[2001:db8::9]:8443/calls"})
  void one_outside_of_it_is(String address) {
    assertThat(webhooks.of(address)).isPresent();
    assertThat(webhooks.mayTell(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://203.0.113.9/calls",
        "https://user:word@203.0.113.9/",
        "file:///etc/passwd"
      })
  void it_is_told_where_nobody_listens_in(String address) {
    assertThatThrownBy(() -> webhooks.of(address)).isInstanceOf(Refused.class);
  }
}
