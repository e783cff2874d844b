package health.malasakit.patients.web;

import health.malasakit.patients.speaking.AgeOfMajority;
import health.malasakit.patients.speaking.MinorRule;
import health.malasakit.patients.speaking.StateConsent;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which age a minor's visit may be confidential at a clinic.
 *
 * @param law what we have read for its state; it decides nothing
 * @param majority another age than 18 that we have read for its state; it decides nothing
 * @param standing the rule of the clinic; empty until it has said one
 * @param told everything the clinic has said, the newest first
 * @param mayChange whether this person may write down what the clinic says
 */
public record MinorsPage(
    String clinic,
    String href,
    String state,
    Optional<StateConsent> law,
    Optional<AgeOfMajority> majority,
    Optional<MinorRule> standing,
    List<Told> told,
    boolean mayChange,
    MinorForm form,
    Errors errors) {

  /** Something the clinic has said: its age, empty when it took its word back, who and when. */
  public record Told(String age, String covers, String saidBy, String saidOn, String typed) {}

  /** As typed. */
  public record MinorForm(
      @Nullable String age,
      @Nullable String covers,
      @Nullable String saidBy,
      @Nullable String saidOn,
      @Nullable String back) {

    /** A field as it was typed, without what stands around it. */
    static String typed(@Nullable String field) {
      return field == null ? "" : field.strip();
    }

    public String ageTyped() {
      return typed(age);
    }

    public String coversTyped() {
      return typed(covers);
    }

    public String saidByTyped() {
      return typed(saidBy);
    }

    public String saidOnTyped() {
      return typed(saidOn);
    }

    boolean takesBack() {
      return !typed(back).isEmpty();
    }
  }

  /** When the law of the state was read, as a date. */
  public String read() {
    return law.map(known -> BirthDates.shown(known.readOn())).orElse("");
  }

  /** The age that was read for the state, or empty. */
  public String lawAge() {
    return law.flatMap(StateConsent::age).map(String::valueOf).orElse("");
  }

  public String standingAge() {
    return standing.flatMap(MinorRule::fromAge).map(String::valueOf).orElse("");
  }
}
