package health.malasakit.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** As the gateway signs. */
class GatewaySignatureTest {

  @Test
  void it_is_the_one_of_the_gateways_own_example() {
    var form =
        Map.of(
            "CallSid", one("CA1234567890ABCDE"),
            "Caller", one("+14158675309"),
            "Digits", one("1234"),
            "From", one("+14158675309"),
            "To", one("+18005551212"));

    assertThat(GatewaySignature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form))
        .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void another_token_address_or_field_is_another_signature() {
    var form = Map.of("Body", one("C"));
    var right = GatewaySignature.of("word", "https://a.example/api/texts", form);

    assertThat(GatewaySignature.of("other", "https://a.example/api/texts", form))
        .isNotEqualTo(right);
    assertThat(GatewaySignature.of("word", "https://b.example/api/texts", form))
        .isNotEqualTo(right);
    assertThat(GatewaySignature.of("word", "https://a.example/api/texts", Map.of("Body", one("X"))))
        .isNotEqualTo(right);
    assertThat(GatewaySignature.isSame(right, right)).isTrue();
    assertThat(GatewaySignature.isSame(right, "")).isFalse();
  }

  private static String[] one(String value) {
    return new String[] {value};
  }
}
