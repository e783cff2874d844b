package health.malasakit.patients;

import health.malasakit.patients.person.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fact of a patient with where it came from.
 *
 * @param field for example {@code phone.home}
 * @param value as it is stored
 * @param source empty where nobody wrote down who said so
 */
public record OnFile(String field, String value, Optional<FactSource> source) {

  private static final List<String> ORDER =
      List.of(
          "name.",
          "birth_date",
          "sex",
          "gender_identity",
          "pronouns",
          "phone.",
          "email.",
          "address.",
          "languages",
          "interpreter",
          "access_needs",
          "zone");

  /**
   * All that is known of her, in the order of a form; numbers and addresses not in safe contact.
   */
  public static List<OnFile> of(Patient patient) {
    return Facts.byField(patient.facts()).entrySet().stream()
        .filter(fact -> patient.safeContact().isEmpty() || !Facts.isContact(fact.getKey()))
        .map(fact ->
            new OnFile(
                fact.getKey(),
                fact.getValue(),
                Optional.ofNullable(patient.sources().get(fact.getKey()))))
        .sorted(Comparator.comparingInt(OnFile::place))
        .toList();
  }

  /** {@code Home phone} for {@code phone.home}. */
  public String fieldWords() {
    return FactWords.field(field);
  }

  /** The value in words. */
  public String valueWords() {
    return FactWords.value(field, value);
  }

  private int place() {
    return ORDER.stream()
        .filter(field::startsWith)
        .findFirst()
        .map(ORDER::indexOf)
        .orElse(ORDER.size());
  }

  @Override
  public String toString() {
    return "OnFile[" + field + "]";
  }
}
