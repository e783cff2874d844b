package health.malasakit.demo.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What the made-up carrier took, the newest first, as long as the server runs; and how it answers
 * for each number. Of two texts that are the same it keeps both.
 */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class CarrierTexts {

  private static final int KEPT = 200;

  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Map<String, Mood> moods = new HashMap<>();

  /** How the carrier answers for a number. */
  enum Mood {
    TAKES,
    /** As for a landline. */
    REFUSES,
    /** Takes it and does not answer. */
    SILENT;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Mood of(String code) {
      for (var mood : values()) {
        if (mood.code().equals(code)) {
          return mood;
        }
      }
      return TAKES;
    }
  }

  /** A text that reached a phone. */
  record Taken(String from, String to, String body, Instant at) {

    /** What a text says is printed nowhere. */
    @Override
    public String toString() {
      return "Taken";
    }
  }

  synchronized void take(Taken text) {
    taken.addFirst(text);
    if (taken.size() > KEPT) {
      taken.removeLast();
    }
  }

  synchronized List<Taken> all() {
    return List.copyOf(taken);
  }

  synchronized Mood moodOf(String number) {
    return moods.getOrDefault(number, Mood.TAKES);
  }

  synchronized void answer(String number, Mood mood) {
    moods.put(number, mood);
  }

  /** The numbers for which it does not answer as usual. */
  synchronized List<String> moody() {
    return moods.entrySet().stream()
        .filter(one -> one.getValue() != Mood.TAKES)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
