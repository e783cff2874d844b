package health.malasakit.messaging.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the gateway which texts it has between two numbers, by Twilio's Messages API (version
 * 2010-04-01, as its public reference had it on 2026-11-26). Not by the day on which one was sent:
 * one that still waits there has none.
 */
@Component
class GatewayLook {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final int ANSWER_BYTES_MAX = 1_048_576;
  private static final int PAGE = 200;
  private static final int OK = 200;

  private final TextGateway gateway;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  GatewayLook(TextGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /** A text that the gateway has, and since when by the clock of this server. */
  record Has(TextReceipt receipt, Instant made) {}

  /**
   * What it has, the newest first.
   *
   * @param whole whether there are no more than these
   */
  record Seen(List<Has> texts, boolean whole) {}

  /** Empty when it does not answer, or with what cannot be read. */
  Optional<Seen> between(String from, String to) {
    return gateway.account().flatMap(account -> asked(account, from, to));
  }

  private Optional<Seen> asked(TextAccount account, String from, String to) {
    var request =
        HttpRequest.newBuilder(address(account, from, to))
            .timeout(PATIENCE)
            .header("Authorization", account.shown())
            .header("Accept", "application/json")
            .build();
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
    try {
      var whole = BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), ANSWER_BYTES_MAX);
      return read(client.sendAsync(request, whole).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException) {
        return Optional.empty();
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException silent) {
      return Optional.empty();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      client.shutdownNow();
    }
  }

  private static URI address(TextAccount account, String from, String to) {
    return URI.create(
        "%s?From=%s&To=%s&PageSize=%d"
            .formatted(
                account.messages(),
                URLEncoder.encode(from, UTF_8),
                URLEncoder.encode(to, UTF_8),
                PAGE));
  }

  private Optional<Seen> read(HttpResponse<String> answer) {
    if (answer.statusCode() != OK) {
      return Optional.empty();
    }
    try {
      var said = json.readTree(answer.body());
      return said != null && said.path("messages").isArray()
          ? seen(said, ahead(answer))
          : Optional.empty();
    } catch (JacksonException garbage) {
      return Optional.empty();
    }
  }

  /** By how much the clock here is ahead of the gateway's, as its answer is dated. */
  private Duration ahead(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Date")
        .flatMap(GatewayLook::moment)
        .map(there -> Duration.between(there, clock.instant()))
        .orElse(Duration.ZERO);
  }

  /** One that cannot be read makes the list one that is not whole. */
  private static Optional<Seen> seen(JsonNode said, Duration ahead) {
    var texts = new ArrayList<Has>();
    boolean whole = said.path("next_page_uri").asString("").isEmpty();
    for (var message : said.path("messages")) {
      var one = has(message, ahead);
      one.ifPresent(texts::add);
      whole &= one.isPresent() || message.path("direction").asString("").equals("inbound");
    }
    return Optional.of(new Seen(List.copyOf(texts), whole));
  }

  private static Optional<Has> has(JsonNode message, Duration ahead) {
    var receipt =
        TextReceipt.of(
            message.path("sid").asString(""),
            message.path("status").asString(""),
            message.path("error_code").asString(""));
    return moment(message.path("date_created").asString(""))
        .flatMap(made -> receipt.map(one -> new Has(one, made.plus(ahead))));
  }

  private static Optional<Instant> moment(String written) {
    try {
      return Optional.of(
          ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }
}
