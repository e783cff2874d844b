package health.malasakit.patients.person;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a patient lives or gets her letters.
 *
 * @param lines street lines, one a line
 * @param postalCode ZIP or other code as written
 */
public record PatientAddress(
    ContactUse use, String lines, String city, String state, String postalCode, String country) {

  public PatientAddress {
    lines = Written.lines(lines);
    city = Written.line(city);
    state = Written.line(state);
    postalCode = Written.line(postalCode);
    country = Written.line(country);
  }

  /** On one line: {@code 12 Oak St, Albany, NY 12207}. */
  public String shown() {
    String place = (state + " " + postalCode).strip();
    return Stream.of(lines.replace("\n", ", "), city, place, country)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Whether it says more than a country. */
  public boolean hasPlace() {
    return !(lines + city + state + postalCode).isEmpty();
  }

  /** Whether nothing is written at all. */
  public boolean isEmpty() {
    return shown().isEmpty();
  }

  @Override
  public String toString() {
    return "PatientAddress[" + use + "]";
  }
}
