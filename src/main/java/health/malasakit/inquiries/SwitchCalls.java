package health.malasakit.inquiries;

import health.malasakit.access.OutgoingTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a switch to connect a caller with an extension. */
@Component
class SwitchCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int TRIES = 2;
  private static final int OK_FROM = 200;
  private static final int OK_BELOW = 300;

  private final OutgoingTokens tokens;
  private final JsonMapper json = JsonMapper.builder().build();

  SwitchCalls(OutgoingTokens tokens) {
    this.tokens = tokens;
  }

  /** By which a switch knows that it is we who tell. */
  static String place(TelephoneId system) {
    return "telephone/" + system;
  }

  SwitchTold connect(URI address, Call.Telephone telephone, String extension) {
    var body = json.writeValueAsString(Map.of("id", telephone.outsideId(), "extension", extension));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + tokens.of(place(telephone.system())))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (int n = 0; n < TRIES; n++) {
        var outcome = once(client, request);
        if (outcome != SwitchTold.UNREACHABLE) {
          return outcome;
        }
      }
      return SwitchTold.UNREACHABLE;
    }
  }

  private static SwitchTold once(HttpClient client, HttpRequest request) {
    try {
      var status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status >= OK_FROM && status < OK_BELOW ? SwitchTold.TOLD : SwitchTold.REFUSED;
    } catch (IOException silent) {
      return SwitchTold.UNREACHABLE;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return SwitchTold.UNREACHABLE;
    }
  }
}
