package health.malasakit.demo.post;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What the made-up mail server took, the newest first, as long as it runs; and how it answers for
 * each mailbox. Of two mails that are the same it keeps both.
 */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class Mailboxes {

  private static final int KEPT = 200;

  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Map<String, Mood> moods = new TreeMap<>();

  /** A mail that reached a mailbox, as it was told. */
  record Taken(UUID id, String from, String to, String text, Instant at) {

    /** What a mail says is printed nowhere. */
    @Override
    public String toString() {
      return "Taken";
    }
  }

  synchronized void take(Taken mail) {
    taken.addFirst(mail);
    if (taken.size() > KEPT) {
      taken.removeLast();
    }
  }

  synchronized List<Taken> all() {
    return List.copyOf(taken);
  }

  synchronized Optional<Taken> find(UUID id) {
    return taken.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  synchronized Mood moodOf(String address) {
    return moods.getOrDefault(address.toLowerCase(Locale.ROOT), Mood.TAKES);
  }

  synchronized void answer(String address, Mood mood) {
    moods.put(address.toLowerCase(Locale.ROOT), mood);
  }

  /** The mailboxes for which it does not answer as usual. */
  synchronized Map<String, Mood> moody() {
    var moody = new TreeMap<>(moods);
    moody.values().removeIf(mood -> mood == Mood.TAKES);
    return moody;
  }
}
