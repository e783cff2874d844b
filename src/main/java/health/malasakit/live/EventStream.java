package health.malasakit.live;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One open stream of one browser: what was told, and a sign of life when nothing was. */
public final class EventStream {

  /** Shorter than any proxy's patience. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final int WAITING_MAX = 1_000;

  /** The pause after which a browser comes back when the line is lost. */
  private static final String HELLO = "retry: 1000\nevent: hello\ndata: {}\n\n";

  private static final String ALIVE = ": alive\n\n";

  /** Her session is over: the page leaves, so that nothing of it stays on the screen. */
  private static final String BYE = "event: bye\ndata: {}\n\n";

  private static final Topic END = new Topic("end/00000000-0000-0000-0000-000000000000");

  /** Where the text goes; throws when the browser is gone. */
  @FunctionalInterface
  public interface Line {

    /** Writes at once. */
    void write(String text) throws IOException;
  }

  /** Who listens: asked anew at the beginning, at each heartbeat and when her standing changed. */
  public interface Hearer {

    /** Her account. */
    AccountId account();

    /** Whether she may hear now, and of what. */
    Hearing mayHear();

    /** How long her session lasts yet, whatever she does. */
    Duration left();
  }

  /** What is known now of her right to hear. */
  public sealed interface Hearing {

    /** Her session goes on, and these are the organizations she works for. */
    record Goes(Set<OrganizationId> organizations) implements Hearing {}

    /** Her session has ended, for sure. */
    record Over() implements Hearing {}

    /** Nobody could be asked, as without a database: nothing is told, and nobody is sent away. */
    record Unknown() implements Hearing {}
  }

  private final Line line;
  private final Hearer hearer;
  private final ArrayBlockingQueue<Topic> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private volatile Set<OrganizationId> organizations = Set.of();

  /** A stream to this browser, for this person. */
  public EventStream(Line line, Hearer hearer) {
    this.line = line;
    this.hearer = hearer;
  }

  /** Called by the listener, which waits for nobody: a browser too slow to follow is ended. */
  void tell(Topic topic) {
    var hers =
        topic
            .standing()
            .map(hearer.account()::equals)
            .orElseGet(() -> organizations.contains(topic.organization()));
    if (hers && !waiting.offer(topic)) {
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
      var open = goesOn();
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
    var first = waiting.poll(pause().toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return goesOnOrBye() && alive();
    }
    Set<Topic> topics = new LinkedHashSet<>(Set.of(first));
    waiting.drainTo(topics);
    if (topics.contains(END)) {
      return false;
    }
    if (topics.removeIf(topic -> topic.standing().isPresent()) && !goesOnOrBye()) {
      return false;
    }
    topics.removeIf(topic -> !organizations.contains(topic.organization()));
    if (!topics.isEmpty()) {
      line.write(data(topics));
    }
    return true;
  }

  /** Until the next sign of life, or until her session is over. */
  private Duration pause() {
    var left = hearer.left();
    return left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
  }

  private boolean alive() throws IOException {
    line.write(ALIVE);
    return true;
  }

  /** Sessions end and roles change while a stream is open. */
  private boolean goesOn() {
    return hears(hearer.mayHear());
  }

  /** A page that hears bye leaves with what is typed in it: only for a session that is over. */
  private boolean goesOnOrBye() throws IOException {
    var now = hearer.mayHear();
    if (now instanceof Hearing.Over) {
      line.write(BYE);
    }
    return hears(now);
  }

  private boolean hears(Hearing now) {
    organizations = now instanceof Hearing.Goes goes ? goes.organizations() : Set.of();
    return now instanceof Hearing.Goes;
  }

  private static String data(Set<Topic> topics) {
    return topics.stream()
        .map(topic -> "\"" + topic.text() + "\"")
        .collect(Collectors.joining(",", "data: {\"topics\":[", "]}\n\n"));
  }
}
