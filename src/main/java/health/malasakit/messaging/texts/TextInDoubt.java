package health.malasakit.messaging.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text of which nobody knows whether it went out, and what the gateway's list says of it. The
 * list has no reference of ours: a text is known by its two numbers and the moment of its handing
 * over.
 *
 * @param handed when it was handed over, the last time
 * @param asked how often the gateway was asked before
 * @param like how many of ours between these numbers were handed over about then and have no name
 *     at the gateway, this one among them
 */
record TextInDoubt(
    TextId id, String from, String to, Instant handed, Instant since, int asked, int like) {

  /** A hand-over takes a while. */
  static final Duration ABOUT = Duration.ofMinutes(1);

  /** While one is there of so near a moment, nobody says that none went out. */
  private static final Duration NEAR = Duration.ofMinutes(15);

  /** What a gateway does not list after so long it never had. */
  private static final Duration LISTED_WITHIN = Duration.ofMinutes(10);

  /** After so long a person has seen to it. */
  static final Duration ASKED_FOR = Duration.ofDays(7);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration APART_MAX = Duration.ofHours(6);
  private static final int DOUBLINGS_MAX = 10;

  /** What the list says. */
  sealed interface Says {

    /** It has it. */
    record Has(TextReceipt receipt) implements Says {}

    /** It never had it: nothing went out. */
    record Never() implements Says {}

    /**
     * Nothing that settles it; asked again later.
     *
     * @param why {@code asked-silent}, {@code asked-none}, {@code asked-near}, {@code
     *     asked-several}
     */
    record Unknown(String why) implements Says {}
  }

  /**
   * Compares.
   *
   * @param seen empty when the gateway did not answer
   * @param claimed names at the gateway that belong to other texts of ours
   */
  Says compare(Optional<GatewayLook.Seen> seen, Set<String> claimed, Instant now) {
    if (seen.isEmpty()) {
      return new Says.Unknown("asked-silent");
    }
    var fits = within(ABOUT, seen.get().texts(), claimed);
    if (fits.isEmpty()) {
      return none(seen.get(), claimed, now);
    }
    return fits.size() == 1 && like == 1
        ? new Says.Has(fits.getFirst())
        : new Says.Unknown("asked-several");
  }

  private Says none(GatewayLook.Seen seen, Set<String> claimed, Instant now) {
    if (!within(NEAR, seen.texts(), claimed).isEmpty()) {
      return new Says.Unknown("asked-near");
    }
    boolean late = handed.plus(LISTED_WITHIN).isBefore(now);
    return late && seen.whole() ? new Says.Never() : new Says.Unknown("asked-none");
  }

  private List<TextReceipt> within(
      Duration about, List<GatewayLook.Has> texts, Set<String> claimed) {
    return texts.stream()
        .filter(one -> Duration.between(handed, one.made()).abs().compareTo(about) <= 0)
        .map(GatewayLook.Has::receipt)
        .filter(one -> !claimed.contains(one.carrierId()))
        .toList();
  }

  /**
   * When it is asked after next, the pauses doubling up to six hours; and as soon as a gateway that
   * lists nothing settles it.
   */
  Instant next(Instant now) {
    var pause = FIRST.multipliedBy(1L << Math.min(asked + 1, DOUBLINGS_MAX));
    var later = now.plus(pause.compareTo(APART_MAX) > 0 ? APART_MAX : pause);
    var sure = handed.plus(LISTED_WITHIN).plusSeconds(1);
    return sure.isAfter(now) && sure.isBefore(later) ? sure : later;
  }

  @Override
  public String toString() {
    return "TextInDoubt[" + id + "]";
  }
}
