package health.malasakit.terminal;

import health.malasakit.demo.DemoTelephone;
import health.malasakit.kernel.Sentences;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets a telephone ring, through the same door as a real telephone system. */
@Command(name = "ring")
final class RingCommand extends Told {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Opener opener;

  @Parameters(index = "0", paramLabel = "FROM")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO")
  private String to = "";

  @Option(names = "--answer", paramLabel = "EXTENSION")
  private String extension = "";

  @Option(names = "--language", paramLabel = "TAG")
  private String language = "";

  @Option(names = "--url", paramLabel = "URL")
  private String url = "";

  @Option(names = "--token", paramLabel = "TOKEN")
  private String token = "";

  RingCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    var id = "ring-" + UUID.randomUUID();
    var ring = new LinkedHashMap<String, String>();
    ring.put("id", id);
    ring.put("from", from);
    ring.put("to", to);
    ring.put("language", language);
    tell("/api/calls", ring);
    out().println(Sentences.of("terminal.ring.rings", id));
    if (!extension.isBlank()) {
      var event = Map.of("event", "answered", "extension", extension);
      tell("/api/calls/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/events", event);
      out().println(Sentences.of("terminal.ring.answered", extension));
    }
    out().flush();
  }

  private void tell(String path, Map<String, String> body) {
    var answer = send(path, JSON.writeValueAsString(body));
    if (answer.statusCode() >= 300) {
      throw new StartRefused(
          Sentences.of("terminal.ring.refused", answer.statusCode(), said(answer.body())));
    }
  }

  private static String said(String problem) {
    try {
      JsonNode read = JSON.readTree(problem);
      return read.path("detail").asString("");
    } catch (tools.jackson.core.JacksonException noProblem) {
      return "";
    }
  }

  private HttpResponse<String> send(String path, String body) {
    var where = url.isBlank() ? "http://localhost:" + Listening.port(opener.environment()) : url;
    var request =
        HttpRequest.newBuilder(URI.create(where + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException silent) {
      throw new StartRefused(Sentences.of("terminal.ring.silent", where));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new StartRefused(Sentences.of("terminal.ring.silent", where));
    }
  }

  /** As it was given, or that of the made-up world's telephone in this home. */
  private String token() {
    var known = token.isBlank() ? opener.home().read(DemoTelephone.TOKEN_FILE) : token;
    if (known.isBlank()) {
      throw usage(Sentences.of("terminal.ring.token"));
    }
    return known;
  }
}
