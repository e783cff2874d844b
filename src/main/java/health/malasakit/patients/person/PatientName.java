package health.malasakit.patients.person;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as the person writes it, in any script.
 *
 * @param family family name, all parts; may be empty
 * @param given all given names in order; may be empty, but not both
 */
public record PatientName(NameUse use, String family, String given, String prefix, String suffix) {

  public PatientName {
    family = Written.line(family);
    given = Written.line(given);
    prefix = Written.line(prefix);
    suffix = Written.line(suffix);
    if (family.isEmpty() && given.isEmpty()) {
      throw new IllegalArgumentException("a name needs a family or a given name");
    }
  }

  /** The name on her papers. */
  public static PatientName official(String given, String family) {
    return new PatientName(NameUse.OFFICIAL, family, given, "", "");
  }

  /** {@code Ana Reyes}, {@code María de la Cruz Jr.}: without the prefix. */
  public String shown() {
    return joined(given, family, suffix);
  }

  /** With the prefix, for the history of changes. */
  public String whole() {
    return joined(prefix, given, family, suffix);
  }

  @Override
  public String toString() {
    return "PatientName[" + use + "]";
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
