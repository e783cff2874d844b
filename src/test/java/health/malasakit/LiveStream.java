package health.malasakit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A browser's open stream: the lines it heard so far. */
public final class LiveStream implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final InputStream body;
  private final Consumer<String> listener;
  private volatile boolean ended;

  private LiveStream(Client client, Consumer<String> listener) {
    this.listener = listener;
    try {
      var request = client.request("/live").timeout(Duration.ofMinutes(5)).GET().build();
      var answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new AssertionError("The stream answered " + answer.statusCode());
      }
      body = answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  /** Opens a stream; returns when the server has answered. */
  public static LiveStream of(Client client) {
    return new LiveStream(client, line -> {});
  }

  /** The same; each line is told to the listener too. */
  public static LiveStream of(Client client, Consumer<String> listener) {
    return new LiveStream(client, listener);
  }

  private void read() {
    try (var text =
        new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
      text.lines().forEach(this::hear);
    } catch (IOException | UncheckedIOException closed) {
      // The test closed it, or the server ended.
    }
    ended = true;
  }

  private void hear(String line) {
    lines.add(line);
    listener.accept(line);
  }

  /** Everything heard so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Whether a topic was heard. */
  public boolean heard(String topic) {
    return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(topic));
  }

  /** Whether it was told that the stream begins. */
  public boolean begun() {
    return lines.contains("event: hello");
  }

  /** Whether the server ended it. */
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
