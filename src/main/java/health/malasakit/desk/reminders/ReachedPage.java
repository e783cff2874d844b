package health.malasakit.desk.reminders;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.Attestation;
import health.malasakit.messaging.PriorOptOut;
import health.malasakit.messaging.ledger.Reached;
import health.malasakit.ui.Errors;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a clinic's messages would reach.
 *
 * @param sends whether it tells of visits already
 * @param before what was said of those who wanted no messages before: the first step
 * @param said what the clinic said of its files: the second step
 * @param words to what the clinic would put its name
 */
public record ReachedPage(
    String slug,
    String clinic,
    boolean sends,
    Counted counted,
    Optional<Before> before,
    Optional<Said> said,
    Words words,
    Typed typed,
    Errors errors) {

  /** To what the clinic puts its name in each step. */
  public record Words(String none, String attest) {}

  /** Names that were typed, in each step. */
  public record Typed(String none, String attest) {}

  /**
   * Who wanted no messages before.
   *
   * @param numbers 0 where it was said that there is nobody
   */
  public record Before(int numbers, String by, String on) {

    static Before of(PriorOptOut one) {
      return new Before(one.numbers(), one.by(), Moments.dated(one.on()));
    }
  }

  /** How many, and why the others are not reached. */
  public record Counted(int patients, int byText, int byEmail, List<Why> byCall, List<Why> nobody) {

    static Counted of(Reached.Count count) {
      return new Counted(
          count.patients(),
          count.byText(),
          count.byEmail(),
          whys(count.byCall()),
          whys(count.nobody()));
    }

    private static List<Why> whys(Map<String, Integer> codes) {
      return codes.entrySet().stream()
          .map(one -> new Why(one.getValue(), Sentences.of("reminders.why." + one.getKey())))
          .sorted(Comparator.comparingInt(Why::patients).reversed())
          .toList();
    }

    /** Who has to be called. */
    public int calls() {
      return sum(byCall);
    }

    /** Who is reached by nothing. */
    public int none() {
      return sum(nobody);
    }

    private static int sum(List<Why> some) {
      return some.stream().mapToInt(Why::patients).sum();
    }
  }

  public record Why(int patients, String words) {}

  /** What the clinic said. */
  public record Said(String by, String on) {

    static Said of(Attestation one) {
      return new Said(one.by(), Moments.dated(one.on()));
    }
  }
}
