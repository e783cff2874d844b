package health.malasakit.desk.reminders;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.Attestation;
import health.malasakit.messaging.ledger.Reached;
import health.malasakit.ui.Errors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whom a clinic's messages would reach.
 *
 * @param sends whether it tells of visits already
 * @param words to what the clinic would put its name
 * @param by what was typed
 */
public record ReachedPage(
    String slug,
    String clinic,
    boolean sends,
    Counted counted,
    Optional<Said> said,
    String words,
    String by,
    Errors errors) {

  /** How many, and why the others are not reached. */
  public record Counted(int patients, int byText, int byEmail, List<Why> nobody) {

    static Counted of(Reached.Count count) {
      return new Counted(
          count.patients(),
          count.byText(),
          count.byEmail(),
          count.nobody().entrySet().stream()
              .map(one -> new Why(one.getValue(), Sentences.of("reminders.why." + one.getKey())))
              .sorted(Comparator.comparingInt(Why::patients).reversed())
              .toList());
    }

    /** Who has to be called. */
    public int others() {
      return patients - byText - byEmail;
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
