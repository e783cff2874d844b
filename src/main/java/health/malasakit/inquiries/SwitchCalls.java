package health.malasakit.inquiries;

import health.malasakit.access.OutgoingTokens;
import java.io.IOException;
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
  private final Webhooks webhooks;
  private final JsonMapper json = JsonMapper.builder().build();

  SwitchCalls(OutgoingTokens tokens, Webhooks webhooks) {
    this.tokens = tokens;
    this.webhooks = webhooks;
  }

  /** Tells it, without a connection to the database in the hand; four seconds at most. */
  SwitchTold connect(TelephoneSystem system, Call.Telephone telephone, String extension) {
    var address = system.webhook().orElseThrow();
    if (!webhooks.mayTell(address)) {
      return SwitchTold.UNREACHABLE;
    }
    var body = json.writeValueAsString(Map.of("id", telephone.outsideId(), "extension", extension));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + tokens.of(system.place()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (int n = 0; n < TRIES; n++) {
        var outcome = once(client, request);
        if (outcome != SwitchTold.UNREACHABLE) {
          client.shutdownNow();
          return outcome;
        }
      }
      client.shutdownNow();
      return SwitchTold.UNREACHABLE;
    }
  }

  private static SwitchTold once(HttpClient client, HttpRequest request) {
    try {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      answer.body().close(); // whatever else it says, or never ends to say, is not read
      var status = answer.statusCode();
      return status >= OK_FROM && status < OK_BELOW ? SwitchTold.TOLD : SwitchTold.REFUSED;
    } catch (IOException silent) {
      return SwitchTold.UNREACHABLE;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return SwitchTold.UNREACHABLE;
    }
  }
}
