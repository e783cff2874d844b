package health.malasakit.inquiries.load;

import health.malasakit.Client;
import health.malasakit.LiveStream;
import health.malasakit.inquiries.CallEvent;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The screens of all people of an exchange, live as a browser keeps them: whoever hears that
 * something changed reads her strip again, one of three has the list of calls open too, and a call
 * that the telephone gave her is opened.
 */
public final class Screens implements AutoCloseable {

  private static final Pattern OPENS = Pattern.compile("data-opens=\"(/calls/[^\"]+)\"");
  private static final Pattern LISTED = Pattern.compile("\"(/calls/[0-9a-f-]{36}/[0-9a-f-]{36})\"");
  private static final int WITH_THE_LIST = 3;

  private static final long LOOKS_AGAIN_MILLIS = 100;
  private static final long OPEN_WITHIN_SECONDS = 300;

  private final Exchange exchange;
  private final Staffing staffing;
  private final List<Thread> people = new ArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger moves = new AtomicInteger();
  private final Map<String, Long> rang = new ConcurrentHashMap<>();
  private final Map<Hers, Long> given = new ConcurrentHashMap<>();
  private final Map<Hers, Long> listed = new ConcurrentHashMap<>();
  private final Map<Hers, Long> opened = new ConcurrentHashMap<>();
  private final CountDownLatch seated;
  private volatile boolean closed;

  /** Why a screen last had no stream. */
  private volatile String last = "";

  private record Hers(int person, String call) {}

  private Screens(Exchange exchange) {
    this.exchange = exchange;
    this.staffing = exchange.staffing();
    this.seated = new CountDownLatch(staffing.people());
  }

  /** Opens them all, at the nodes in turn; returns when each is live. */
  public static Screens of(Exchange exchange) throws InterruptedException {
    var screens = new Screens(exchange);
    exchange
        .persons()
        .forEach(
            person -> screens.people.add(Thread.ofVirtual().start(() -> screens.sits(person))));
    if (!screens.seated.await(OPEN_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Screens that never opened; the last: " + screens.last);
    }
    return screens;
  }

  /** At one node after the other: a stream that ended is begun again, as the pages do. */
  private void sits(int person) {
    for (int node = person; !closed; node++) {
      try {
        watches(person, exchange.screen(person, node));
      } catch (UncheckedIOException | AssertionError gone) {
        last = String.valueOf(gone);
        pause();
      } catch (RuntimeException fault) {
        failures.add("The screen of " + person + ": " + fault.getMessage());
        return;
      }
      if (!closed) {
        moves.incrementAndGet();
      }
    }
  }

  private void watches(int person, Client client) {
    var changed = new Semaphore(1);
    try (var stream =
        LiveStream.of(
            client,
            line -> {
              if (line.startsWith("data:") && line.contains("calls/")) {
                changed.release();
              }
            })) {
      seated.countDown();
      while (!closed && !stream.ended()) {
        if (changed.tryAcquire(LOOKS_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          changed.drainPermits();
          strip(person, client);
          if (person % WITH_THE_LIST == 0) {
            list(person, client);
          }
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOKS_AGAIN_MILLIS));
  }

  private void strip(int person, Client client) {
    var opens = OPENS.matcher(read(client, "/calls/strip"));
    if (opens.find()) {
      read(client, opens.group(1));
      opened.putIfAbsent(new Hers(person, opens.group(1)), System.nanoTime());
    }
  }

  private void list(int person, Client client) {
    var all = LISTED.matcher(read(client, "/calls"));
    var now = System.nanoTime();
    while (all.find()) {
      listed.putIfAbsent(new Hers(person, all.group(1)), now);
    }
  }

  /** As a page does that is told to come again. */
  private String read(Client client, String path) {
    while (true) {
      reads.incrementAndGet();
      var answer = client.get(path);
      if (answer.status() == 200) {
        return answer.body();
      }
      if (answer.status() != 503) {
        throw new IllegalStateException(path + " answered " + answer.status());
      }
      pause();
    }
  }

  /** The switch tells something; when it began to is when the time runs from. */
  public void told(Told one, Telling telling) {
    long now = System.nanoTime();
    var call = telling.tell(one);
    if (call.isEmpty()) {
      return;
    }
    if (one.event().isEmpty()) {
      rang.putIfAbsent(call, now);
    }
    one.event()
        .filter(event -> event.kind() == CallEvent.Kind.ANSWERED)
        .flatMap(event -> staffing.person(event.extension()))
        .ifPresent(person -> given.putIfAbsent(new Hers(person, call), now));
  }

  public int reads() {
    return reads.get();
  }

  /** How often a screen went to another node because its stream had ended. */
  public int moves() {
    return moves.get();
  }

  /** Sentences of what no screen may be answered. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** How long each took, in nanoseconds, by what was waited for. */
  public Map<String, List<Long>> seen() {
    var times = new TreeMap<String, List<Long>>();
    times.put("ring to the list of calls", since(listed, hers -> rang.get(hers.call())));
    times.put("answer to her page of the call", since(opened, given::get));
    return times;
  }

  private static List<Long> since(
      Map<Hers, Long> seen, java.util.function.Function<Hers, Long> begun) {
    var times = new ArrayList<Long>();
    seen.forEach((hers, at) -> {
      var begin = begun.apply(hers);
      if (begin != null && at >= begin) {
        times.add(at - begin);
      }
    });
    return times;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (var person : people) {
      person.join();
    }
  }
}
