package health.malasakit.patients.reach;

import health.malasakit.kernel.UsStates;
import java.util.Locale;
import java.util.Set;

/** A place where a patient lives or stays, as it is on file. */
record Home(String zip, String state, String country) {

  private static final Set<String> HERE = Set.of("", "us", "usa", "u.s.", "u.s.a.");

  /** Files write them as states and as countries. */
  private static final Set<String> TERRITORIES = Set.of("AS", "GU", "MP", "PR", "VI");

  /** Armed Forces Americas, Europe and beyond, Pacific. */
  private static final Set<String> MILITARY = Set.of("aa", "ae", "ap");

  /** Whether it says that it lies elsewhere in the world, or, of military mail, that it may. */
  boolean isAbroad() {
    return !isOfTheStates(folded(country)) || isMilitary(folded(state));
  }

  private static boolean isOfTheStates(String country) {
    return HERE.contains(country)
        || country.startsWith("united states")
        || UsStates.code(country).filter(TERRITORIES::contains).isPresent();
  }

  private static boolean isMilitary(String state) {
    return MILITARY.contains(state) || state.startsWith("armed forces");
  }

  /** Whether what stands there as its state is none. */
  boolean isOfNoState() {
    return !state.isBlank() && UsStates.code(state).isEmpty();
  }

  private static String folded(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Home";
  }
}
