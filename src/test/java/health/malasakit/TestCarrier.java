package health.malasakit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.malasakit.messaging.texts.GatewaySignature;
import health.malasakit.messaging.texts.OwnCarrier;
import health.malasakit.messaging.texts.TextAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A carrier that takes texts over real HTTP, and answers as the test says. Every text stays. */
public final class TestCarrier implements OwnCarrier, AutoCloseable {

  /** What it answers: a status and a body; a negative status is no answer at all. */
  public record Says(int status, String body) {

    public static final Says YES = new Says(201, "{\"sid\": \"SM1\", \"status\": \"queued\"}");
    public static final Says NOTHING = new Says(-1, "");

    /** Refused with a code of the carrier's own. */
    public static Says no(int code) {
      return new Says(400, "{\"code\": %d, \"message\": \"no\", \"status\": 400}".formatted(code));
    }
  }

  /** What came. */
  public record Came(String path, String authorization, Map<String, String> form) {

    public String body() {
      return form.get("Body");
    }
  }

  private static final String NOBODY = "http://127.0.0.1:1";

  /** By this address it knows the server. */
  public static final String OURS = "https://malasakit.example";

  private final HttpServer server;
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final Map<String, Says> says = new ConcurrentHashMap<>();
  private final Map<String, Says> lists = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean there = true;
  private volatile boolean reached = true;

  public TestCarrier() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  @Override
  public Optional<TextAccount> account() {
    return there
        ? Optional.of(
            new TextAccount(URI.create(reached ? address() : NOBODY), "AC1", "test-token"))
        : Optional.empty();
  }

  @Override
  public Optional<URI> ours() {
    return Optional.of(URI.create(OURS));
  }

  /** The headers with which it tells this server something at a path; signed. */
  public String[] signed(String path, Map<String, String> form) {
    var fields =
        form.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> new String[] {one.getValue()}));
    return new String[] {
      GatewaySignature.HEADER, GatewaySignature.of("test-token", OURS + path, fields)
    };
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Takes every text again, and nothing is connected elsewhere. */
  public void reset() {
    says.clear();
    lists.clear();
    there = true;
    reached = true;
  }

  /** Nothing listens at its address. */
  public void unreachable() {
    reached = false;
  }

  /** No gateway is connected. */
  public void away() {
    there = false;
  }

  /** Answers so for this number, {@code +16175550142}. */
  public void says(String number, Says answer) {
    says.put(number, answer);
  }

  /** Asked which texts it has for this number, it answers so. */
  public void lists(String number, Says answer) {
    lists.put(number, answer);
  }

  /** What came for a number, the oldest first. */
  public List<Came> to(String number) {
    return came.stream().filter(one -> number.equals(one.form().get("To"))).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      list(exchange);
      return;
    }
    var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    came.add(
        new Came(
            exchange.getRequestURI().getPath(),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""),
            form));
    var answer = says.getOrDefault(form.getOrDefault("To", ""), Says.YES);
    if (answer.status() < 0) {
      hang();
      exchange.close();
      return;
    }
    var body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void list(HttpExchange exchange) throws IOException {
    var to = form(exchange.getRequestURI().getRawQuery()).getOrDefault("To", "");
    var listed = lists.getOrDefault(to, new Says(200, "{\"messages\": []}"));
    var body = listed.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(listed.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void hang() {
    try {
      closing.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}
