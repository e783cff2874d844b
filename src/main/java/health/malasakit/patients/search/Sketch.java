package health.malasakit.patients.search;

import health.malasakit.patients.Patient;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientPhone;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is typed so far about somebody who may be new; any part may be missing.
 *
 * @param lastTen last ten digits of her number, or empty
 * @param place street and city as typed, or empty
 */
public record Sketch(
    String given, String family, Optional<LocalDate> birthDate, String lastTen, String place) {

  /** The same of somebody on file. */
  static Sketch of(Patient patient) {
    var facts = patient.facts();
    var name = facts.mainName();
    return new Sketch(
        name.given(),
        name.family(),
        facts.birthDate(),
        facts.phones().stream().map(PatientPhone::lastTen).findFirst().orElse(""),
        facts.addresses().stream()
            .filter(PatientAddress::hasPlace)
            .map(Sketch::place)
            .findFirst()
            .orElse(""));
  }

  private static String place(PatientAddress address) {
    return Stream.of(address.lines(), address.city())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "Sketch[]";
  }
}
