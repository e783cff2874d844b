package health.malasakit.demo.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What the made-up carrier took, both ways, as long as the server runs; and how it answers for each
 * number. Of two texts that are the same it keeps both.
 */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class CarrierTexts {

  private static final int KEPT = 200;

  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Mood> moods = new HashMap<>();

  /** How the carrier answers for a number. */
  enum Mood {
    TAKES,
    /** As for a landline. */
    REFUSES,
    /** Takes it and does not answer. */
    SILENT,
    /** Takes it, and says a moment later that it did not arrive. */
    FAILS;

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

  /**
   * A text that the carrier has.
   *
   * @param id as it names it
   * @param receipts where it tells what became of it; empty: nowhere
   * @param status as the API has it
   * @param code why it did not arrive; empty otherwise
   * @param came whether a phone sent it
   */
  record Taken(
      String id,
      String from,
      String to,
      String body,
      Instant at,
      String receipts,
      String status,
      String code,
      boolean came) {

    /** One that a clinic sends, as the API has it. */
    static Taken sent(Map<String, String> form, Instant now) {
      return new Taken(
          named(),
          form.getOrDefault("From", ""),
          form.getOrDefault("To", ""),
          form.getOrDefault("Body", ""),
          now,
          form.getOrDefault("StatusCallback", ""),
          "queued",
          "",
          false);
    }

    /** One that a phone sends. */
    static Taken written(String from, String to, String body, Instant now) {
      return new Taken(named(), from, to, body, now, "", "received", "", true);
    }

    private static String named() {
      return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    Taken stands(String next, String why) {
      return new Taken(id, from, to, body, at, receipts, next, why, came);
    }

    /** The phone's number, whoever wrote. */
    String phone() {
      return came ? from : to;
    }

    /** The clinic's number, whoever wrote. */
    String clinic() {
      return came ? to : from;
    }

    /** What a text says is printed nowhere. */
    @Override
    public String toString() {
      return "Taken";
    }
  }

  synchronized void take(Taken text) {
    taken.add(text);
    if (taken.size() > KEPT) {
      taken.removeFirst();
    }
  }

  /** It stands otherwise now; empty when it is forgotten. */
  synchronized Optional<Taken> stands(String id, String status, String code) {
    for (int n = 0; n < taken.size(); n++) {
      if (taken.get(n).id().equals(id)) {
        taken.set(n, taken.get(n).stands(status, code));
        return Optional.of(taken.get(n));
      }
    }
    return Optional.empty();
  }

  /** The oldest first. */
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
