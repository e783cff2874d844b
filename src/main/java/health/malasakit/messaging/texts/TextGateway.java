package health.malasakit.messaging.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.messaging.Handed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands texts to a gateway by Twilio's Messages API (version 2010-04-01, as its public reference
 * had it on 2026-11-26). Each text is handed over once: no answer is no reason to try again.
 */
@Component
class TextGateway {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int ANSWER_BYTES_MAX = 65_536;
  private static final int REQUEST_TIMED_OUT = 408;
  private static final Pattern CARRIER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final ObjectProvider<OwnCarrier> own;
  private final Optional<TextAccount> settings;
  private final Duration patience;
  private final JsonMapper json = JsonMapper.builder().build();

  @Autowired
  TextGateway(ObjectProvider<OwnCarrier> own) {
    this(own, System.getenv(), PATIENCE);
  }

  TextGateway(ObjectProvider<OwnCarrier> own, Map<String, String> environment, Duration patience) {
    this.own = own;
    this.settings =
        TextAccount.of(
            environment.getOrDefault("MALASAKIT_TEXTS_ADDRESS", ""),
            environment.getOrDefault("MALASAKIT_TEXTS_ACCOUNT", ""),
            environment.getOrDefault("MALASAKIT_TEXTS_TOKEN", ""));
    this.patience = patience;
  }

  boolean isConfigured() {
    return account().isPresent();
  }

  Optional<TextAccount> account() {
    var carrier = own.orderedStream().findFirst();
    return carrier.isPresent() ? carrier.get().account() : settings;
  }

  /** By what it signs what it tells; empty without a gateway. */
  Optional<String> token() {
    return account().map(TextAccount::token);
  }

  /** The address of this server as its own carrier knows it. */
  Optional<URI> ours() {
    return own.orderedStream().findFirst().flatMap(OwnCarrier::ours);
  }

  /**
   * Hands a text over; the numbers as the gateway writes them, {@code +12125550123}.
   *
   * @param receipts where it tells what became of it; empty: nowhere
   */
  Handed hand(String from, String to, String body, Optional<URI> receipts) {
    var form = new LinkedHashMap<>(Map.of("From", from, "To", to, "Body", body));
    receipts.ifPresent(address -> form.put("StatusCallback", address.toString()));
    return account()
        .map(account -> hand(account, form))
        .orElseGet(() -> new Handed.Declined("not-configured"));
  }

  private Handed hand(TextAccount account, Map<String, String> form) {
    var request =
        HttpRequest.newBuilder(account.messages())
            .timeout(patience)
            .header("Authorization", account.shown())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
    try {
      return heard(client, request);
    } finally {
      client.shutdownNow();
    }
  }

  /** The whole answer has to come in time, not its beginning alone. */
  private Handed heard(HttpClient client, HttpRequest request) {
    var whole = BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), ANSWER_BYTES_MAX);
    try {
      return read(client.sendAsync(request, whole).get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      return notHeard(failed.getCause());
    } catch (TimeoutException silent) {
      return new Handed.InDoubt("silent");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return new Handed.InDoubt("silent");
    }
  }

  /** Without a connection nothing left this machine. */
  private static Handed notHeard(@Nullable Throwable why) {
    if (why instanceof ConnectException || why instanceof HttpConnectTimeoutException) {
      return new Handed.Declined("unreachable");
    }
    if (why instanceof IOException) {
      return new Handed.InDoubt("silent");
    }
    throw new IllegalStateException(why);
  }

  private Handed read(HttpResponse<String> answer) {
    int status = answer.statusCode();
    var said = parsed(answer.body());
    if (status >= 400 && status < 500 && status != REQUEST_TIMED_OUT) {
      return new Handed.Declined(
          said.map(body -> body.path("code").asInt(0))
              .filter(code -> code > 0)
              .map(String::valueOf)
              .orElse("http-" + status));
    }
    if (status < 200 || status >= 300) {
      return new Handed.InDoubt("http-" + status);
    }
    return said.map(body -> body.path("sid").asString(""))
        .filter(id -> CARRIER_ID.matcher(id).matches())
        .<Handed>map(Handed.Accepted::new)
        .orElseGet(() -> new Handed.InDoubt("garbled"));
  }

  private Optional<JsonNode> parsed(String body) {
    try {
      return Optional.ofNullable(json.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException garbage) {
      return Optional.empty();
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
