package health.malasakit.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The node's one sender. A transaction that notifies takes one lock for the whole server when it
 * commits, so acts do not notify themselves: their topics are sent together, at most every 50 ms,
 * in a transaction that does nothing else.
 */
@Component
class Sender implements DisposableBean {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
  private static final Duration LAST_WORDS_MAX = Duration.ofSeconds(5);

  /** PostgreSQL takes less than 8000 bytes at once; a topic has one byte for each character. */
  private static final int BYTES_MAX = 7_900;

  /** When nothing can be sent for long, pages have lost their line too and will read anew. */
  private static final int WAITING_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final NotificationStore store;
  private final TransactionTemplate transactions;
  private final LinkedBlockingQueue<Topic> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final Thread thread;
  private volatile boolean ending;

  /** Said once, and not with each try. */
  private boolean waits;

  Sender(NotificationStore store, TransactionTemplate transactions) {
    this.store = store;
    this.transactions = transactions;
    this.thread = Thread.ofVirtual().name("live-sender").start(this::work);
  }

  /** Hands over without waiting. */
  void send(Collection<Topic> topics) {
    topics.forEach(waiting::offer);
  }

  private void work() {
    while (!(ending && waiting.isEmpty())) {
      try {
        var first = waiting.poll(PAUSE.toMillis() * 20, TimeUnit.MILLISECONDS);
        if (first != null) {
          tell(first);
        }
      } catch (InterruptedException e) {
        ending = true;
      }
    }
  }

  private void tell(Topic first) throws InterruptedException {
    Set<Topic> topics = new LinkedHashSet<>(List.of(first));
    waiting.drainTo(topics);
    try {
      for (var part : parts(topics)) {
        transactions.executeWithoutResult(status -> store.tell(part));
      }
      waits = false;
      Thread.sleep(ending ? Duration.ZERO : PAUSE);
    } catch (DataAccessException | TransactionException noDatabase) {
      if (!waits) {
        LOG.warn("Live topics wait: {}", noDatabase.getMessage());
        waits = true;
      }
      if (!ending) {
        send(topics);
        Thread.sleep(TRY_AGAIN);
      }
    }
  }

  /** Topics in lines, as many together as a notification holds. */
  static List<String> parts(Collection<Topic> topics) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    for (var topic : topics) {
      if (part.length() + 1 + topic.text().length() > BYTES_MAX) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : "\n").append(topic.text());
    }
    parts.add(part.toString());
    return parts;
  }

  @Override
  public void destroy() throws InterruptedException {
    ending = true;
    thread.join(LAST_WORDS_MAX);
  }
}
