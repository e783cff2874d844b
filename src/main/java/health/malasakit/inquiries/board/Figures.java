package health.malasakit.inquiries.board;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The numbers of a clinic, a language, or all.
 *
 * @param waiting calls that nobody has taken
 * @param since when the one that waits longest began to
 * @param silent calls that nobody has taken and of which the telephone has said nothing for a while
 * @param missed calls that nobody has dealt with and in which nothing was left, of any day
 * @param voicemails of which nothing became yet, of any day
 * @param today what was told since midnight at the clinic
 */
public record Figures(
    int waiting, Optional<Instant> since, int silent, int missed, int voicemails, Today today) {

  public static final Figures NONE = new Figures(0, Optional.empty(), 0, 0, 0, Today.NONE);

  /**
   * Calls of today that a telephone system told of.
   *
   * @param inTime answered within {@link BoardStore#WITHIN_SECONDS}
   * @param abandoned without an answer, after {@link BoardStore#SHORT_SECONDS} or later
   * @param abandonedLate those of them after {@link BoardStore#WITHIN_SECONDS} or later
   */
  public record Today(int offered, int answered, int inTime, int abandoned, int abandonedLate) {

    static final Today NONE = new Today(0, 0, 0, 0, 0);

    Today plus(Today more) {
      return new Today(
          offered + more.offered,
          answered + more.answered,
          inTime + more.inTime,
          abandoned + more.abandoned,
          abandonedLate + more.abandonedLate);
    }

    /** Of how many calls the service level speaks. */
    public int counted() {
      return answered + abandonedLate;
    }

    /** In percent; empty while there is nothing to speak of. */
    public OptionalInt serviceLevel() {
      return percent(inTime, counted());
    }

    /** In percent; empty while there is nothing to speak of. */
    public OptionalInt abandonment() {
      return percent(abandoned, offered);
    }

    private static OptionalInt percent(int some, int all) {
      return all == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * some / all));
    }
  }

  /** Both together. */
  public Figures plus(Figures more) {
    return new Figures(
        waiting + more.waiting,
        Stream.concat(since.stream(), more.since.stream()).min(Instant::compareTo),
        silent + more.silent,
        missed + more.missed,
        voicemails + more.voicemails,
        today.plus(more.today));
  }
}
