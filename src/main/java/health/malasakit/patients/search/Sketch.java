package health.malasakit.patients.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is typed so far about somebody who may be new; any part may be missing.
 *
 * @param lastTen last ten digits of her number, or empty
 * @param place street and city as typed, or empty
 */
public record Sketch(
    String given, String family, Optional<LocalDate> birthDate, String lastTen, String place) {

  @Override
  public String toString() {
    return "Sketch[]";
  }
}
