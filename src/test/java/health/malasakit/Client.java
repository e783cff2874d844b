package health.malasakit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser for tests: one address, one session, the CSRF token of its pages. It follows no
 * redirect. May be used by several threads at once, as several tabs are.
 */
public final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private static final Pattern CSRF =
      Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\" data-header=\"([^\"]*)\">");

  private final URI address;
  private volatile String cookie;
  private volatile Optional<Token> token = Optional.empty();

  private record Token(String value, String header) {}

  /** What came back. */
  public record Answer(int status, String body, HttpHeaders headers) {

    /** A header of the answer, empty text when absent. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** Where a redirect leads, as path and query. */
    public String location() {
      var target = URI.create(header("Location"));
      return target.getRawQuery() == null
          ? target.getRawPath()
          : target.getRawPath() + "?" + target.getRawQuery();
    }
  }

  private Client(URI address, String cookie) {
    this.address = address;
    this.cookie = cookie;
  }

  /** Nobody, on this port of this machine. */
  public static Client on(int port) {
    return new Client(URI.create("http://localhost:" + port), "");
  }

  /** The same address with another session; see {@link World#cookieOf}. */
  public Client as(String sessionCookie) {
    return new Client(address, sessionCookie);
  }

  /** The same session on another node. */
  public Client at(int port) {
    return new Client(URI.create("http://localhost:" + port), cookie);
  }

  /** GET with headers as pairs: {@code get("/days", "HX-Request", "true")}. */
  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends a form with the session's CSRF token and, unless it has one, a new request id. */
  public Answer post(String path, Map<String, ?> form, String... headers) {
    return form("POST", path, form, headers);
  }

  /** Takes something back, as the pages do with the DELETE method. */
  public Answer delete(String path, String... headers) {
    return form("DELETE", path, Map.of(), headers);
  }

  /** Sends JSON with the session's CSRF token. */
  public Answer json(String path, String body, String... headers) {
    var csrf = csrf();
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .header(csrf.header(), csrf.value())
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a form exactly as given: no token, no request id. */
  public Answer postAsIs(String path, Map<String, ?> form, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  /** A request to build upon, with address and session. */
  public HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  /** Sends a request; keeps the session that the answer begins. */
  public Answer send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
      keepSession(answer);
      return new Answer(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer form(String method, String path, Map<String, ?> form, String... headers) {
    var csrf = csrf();
    Map<String, Object> fields = new java.util.LinkedHashMap<>(form);
    fields.putIfAbsent("requestId", UUID.randomUUID().toString());
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(csrf.header(), csrf.value())
            .method(method, BodyPublishers.ofString(encoded(fields))));
  }

  /** Read once from a page's head; the sign-in page has it for whoever is not signed in. */
  private Token csrf() {
    var known = token;
    if (known.isPresent()) {
      return known.get();
    }
    var read = tokenOn("/").or(() -> tokenOn("/sign-in"));
    token = read;
    return read.orElseThrow(() -> new AssertionError("No token on the first page: " + get("/")));
  }

  private Optional<Token> tokenOn(String path) {
    Matcher found = CSRF.matcher(get(path).body());
    return found.find() ? Optional.of(new Token(found.group(1), found.group(2))) : Optional.empty();
  }

  private void keepSession(HttpResponse<?> answer) {
    answer.headers().allValues("Set-Cookie").stream()
        .filter(set -> set.startsWith("malasakit="))
        .forEach(set -> {
          var next = set.split(";", 2)[0];
          if (!next.equals(cookie)) {
            cookie = next;
            token = Optional.empty();
          }
        });
  }

  /** A list gives the field once per element. */
  private static String encoded(Map<String, ?> form) {
    return form.entrySet().stream()
        .flatMap(field ->
            values(field.getValue())
                .map(value -> encoded(field.getKey()) + "=" + encoded(String.valueOf(value))))
        .collect(Collectors.joining("&"));
  }

  private static Stream<?> values(Object value) {
    return value instanceof Iterable<?> many
        ? java.util.stream.StreamSupport.stream(many.spliterator(), false)
        : Stream.of(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
