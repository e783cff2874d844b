package health.malasakit.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A carrier that takes every text that is told to it, twice when it is told twice, and can be asked
 * afterwards what it has. At some of them something happens: before it takes the text, or after it
 * took it and before it answers.
 */
final class CountingCarrier implements AutoCloseable {

  /** What happens at the nth text. */
  record At(int nth, boolean before, Runnable what) {}

  private record Text(String id, ZonedDateTime at) {}

  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final HttpServer server;
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Queue<Text>> taken = new ConcurrentHashMap<>();
  private final AtomicInteger told = new AtomicInteger();
  private final List<At> happenings;

  CountingCarrier(List<At> happenings) {
    this.happenings = happenings;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** By which the program finds it, as its environment. */
  Map<String, String> settings() {
    return Map.of(
        "MALASAKIT_TEXTS_ADDRESS", address(),
        "MALASAKIT_TEXTS_ACCOUNT", "AC1",
        "MALASAKIT_TEXTS_TOKEN", "bench");
  }

  /** How many numbers got so many texts. */
  Map<Integer, Long> times() {
    return taken.values().stream()
        .collect(Collectors.groupingBy(Queue::size, Collectors.counting()));
  }

  /** As it names what it took. */
  Set<String> ids() {
    return taken.values().stream().flatMap(Queue::stream).map(Text::id).collect(Collectors.toSet());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if ("GET".equals(exchange.getRequestMethod())) {
        say(exchange, 200, list(exchange.getRequestURI().getRawQuery()));
        return;
      }
      var to = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)).get("To");
      int nth = told.incrementAndGet();
      happen(nth, true);
      var text = new Text("SM" + "%032x".formatted(nth), ZonedDateTime.now(ZoneOffset.UTC));
      taken.computeIfAbsent(to, number -> new ConcurrentLinkedQueue<>()).add(text);
      happen(nth, false);
      say(exchange, 201, "{\"sid\": \"%s\", \"status\": \"queued\"}".formatted(text.id()));
    }
  }

  private void happen(int nth, boolean before) {
    happenings.stream()
        .filter(one -> one.nth() == nth && one.before() == before)
        .forEach(one -> one.what().run());
  }

  private String list(String query) {
    var asked = form(query);
    return taken.getOrDefault(asked.getOrDefault("To", ""), new ConcurrentLinkedQueue<>()).stream()
        .map(text ->
            """
            {"sid": "%s", "status": "sent", "direction": "outbound-api", "to": "%s", "from": "%s", "date_created": "%s"}
            """
                .formatted(text.id(), asked.get("To"), asked.get("From"), DATE.format(text.at())))
        .collect(Collectors.joining(",", "{\"messages\": [", "], \"next_page_uri\": null}"));
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8),
                (one, other) -> one));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
