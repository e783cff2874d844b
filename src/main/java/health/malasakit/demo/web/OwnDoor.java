package health.malasakit.demo.web;

import health.malasakit.demo.DemoTelephone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The door for telephone systems of this very server, over HTTP as a real one comes to it. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class OwnDoor {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DemoTelephone telephone;
  private final Environment environment;
  private final JsonMapper json = JsonMapper.builder().build();

  OwnDoor(DemoTelephone telephone, Environment environment) {
    this.telephone = telephone;
    this.environment = environment;
  }

  PlayedCall.Told tell(String path, Map<String, String> body) {
    var sent = json.writeValueAsString(body);
    return told(path, sent, "application/json", BodyPublishers.ofString(sent));
  }

  /** Sends sound; what was sent is told in words. */
  PlayedCall.Told play(String path, byte[] wav) {
    var sent = "audio/wav, " + wav.length + " bytes";
    return told(path, sent, "audio/wav", BodyPublishers.ofByteArray(wav));
  }

  private PlayedCall.Told told(String path, String sent, String type, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + environment.getProperty("local.server.port") + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + telephone.token())
            .header("Content-Type", type)
            .POST(body)
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(request, BodyHandlers.ofString());
      return new PlayedCall.Told(path, sent, answer.statusCode(), answer.body());
    } catch (IOException silent) {
      return new PlayedCall.Told(path, sent, 0, "");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return new PlayedCall.Told(path, sent, 0, "");
    }
  }
}
