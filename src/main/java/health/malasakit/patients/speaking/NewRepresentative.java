package health.malasakit.patients.speaking;

import health.malasakit.patients.person.Written;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who speaks for a patient.
 *
 * @param relationship in a word, for example {@code mother}
 * @param phone as written, or empty
 * @param proof what was seen, in words; or empty
 * @param from first day, clinic date; empty: always
 * @param to last day, clinic date; empty: until something ends it
 */
public record NewRepresentative(
    String name,
    String relationship,
    Basis basis,
    Set<Speaking> may,
    String proof,
    String phone,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  public NewRepresentative {
    name = Written.line(name);
    relationship = Written.line(relationship);
    proof = Written.line(proof);
    phone = Written.line(phone);
    may = Set.copyOf(may);
  }

  /** A parent who may do everything until the patient comes of age. */
  public static NewRepresentative parent(String name, String relationship, String phone) {
    return new NewRepresentative(
        name,
        relationship,
        Basis.PARENTAL,
        Set.of(Speaking.values()),
        "",
        phone,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String toString() {
    return "NewRepresentative[]";
  }
}
