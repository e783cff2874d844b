package health.malasakit.live;

import health.malasakit.kernel.OrganizationId;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One open stream of one browser: what was told, and a sign of life when nothing was. */
public final class EventStream {

  /** Shorter than any proxy's patience. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int WAITING_MAX = 1_000;

  /** The pause after which a browser comes back when the line is lost. */
  private static final String HELLO = "retry: 1000\nevent: hello\ndata: {}\n\n";

  private static final String ALIVE = ": alive\n\n";
  private static final Topic END = new Topic("end/00000000-0000-0000-0000-000000000000");

  /** Where the text goes; throws when the browser is gone. */
  @FunctionalInterface
  public interface Line {

    /** Writes at once. */
    void write(String text) throws IOException;
  }

  private final Line line;
  private final Supplier<Optional<Set<OrganizationId>>> mayHear;
  private final ArrayBlockingQueue<Topic> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private volatile Set<OrganizationId> organizations = Set.of();

  /**
   * A stream to this browser.
   *
   * @param mayHear the organizations of the person now; empty when her session has ended. Asked at
   *     the beginning and at each heartbeat.
   */
  public EventStream(Line line, Supplier<Optional<Set<OrganizationId>>> mayHear) {
    this.line = line;
    this.mayHear = mayHear;
  }

  /** Called by the listener, which waits for nobody: a browser too slow to follow is ended. */
  void tell(Topic topic) {
    if (organizations.contains(topic.organization()) && !waiting.offer(topic)) {
      end();
    }
  }

  void end() {
    waiting.clear();
    waiting.offer(END);
  }

  /** A page that is told hello reads anew, for it does not know what it missed. */
  void follow() {
    try {
      var open = allowed();
      if (open) {
        line.write(HELLO);
      }
      while (open) {
        open = next();
      }
    } catch (IOException gone) {
      // The browser closed the page or lost its line; nothing to tell anyone.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean next() throws IOException, InterruptedException {
    var first = waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      line.write(ALIVE);
      return allowed();
    }
    Set<Topic> topics = new LinkedHashSet<>(Set.of(first));
    waiting.drainTo(topics);
    if (topics.contains(END)) {
      return false;
    }
    line.write(data(topics));
    return true;
  }

  /** Sessions end and roles change while a stream is open. */
  private boolean allowed() {
    var now = mayHear.get();
    organizations = now.orElse(Set.of());
    return now.isPresent();
  }

  private static String data(Set<Topic> topics) {
    return topics.stream()
        .map(topic -> "\"" + topic.text() + "\"")
        .collect(Collectors.joining(",", "data: {\"topics\":[", "]}\n\n"));
  }
}
