package health.malasakit.interop.fhir;

import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientName;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.HumanName;

/** Names of a file, in any script. */
final class PersonNames {

  private static final int PART_CHARS_MAX = 200;
  private static final int TITLE_CHARS_MAX = 60;

  private PersonNames() {}

  /** All names of a person; one that has none is not taken. */
  static List<PatientName> of(String type, List<HumanName> names, LocalDate today) {
    List<PatientName> all =
        names.stream()
            .filter(PersonNames::says)
            .map(name -> name(type, name, today))
            .distinct()
            .toList();
    if (all.isEmpty()) {
      throw new NotTaken(type + ".name", Refusal.said("person.name"));
    }
    return all;
  }

  /** The name to write when only one line is kept; empty when there is none. */
  static String oneLine(List<HumanName> names) {
    return names.stream()
        .filter(PersonNames::says)
        .map(name ->
            Words.first(
                Words.of(name.getText()),
                (Words.of(name.getGiven()) + " " + Words.of(name.getFamily())).strip()))
        .findFirst()
        .orElse("");
  }

  private static boolean says(HumanName name) {
    return !Words.of(name.getFamily()).isEmpty()
        || !Words.of(name.getGiven()).isEmpty()
        || !Words.of(name.getText()).isEmpty();
  }

  private static PatientName name(String type, HumanName name, LocalDate today) {
    String family = Words.of(name.getFamily());
    String given = Words.of(name.getGiven());
    if (family.isEmpty() && given.isEmpty()) {
      given = Words.of(name.getText());
    }
    String prefix = Words.of(name.getPrefix());
    String suffix = Words.of(name.getSuffix());
    requireShort(type + ".name", PART_CHARS_MAX, family, given);
    requireShort(type + ".name", TITLE_CHARS_MAX, prefix, suffix);
    return new PatientName(use(name, today), family, given, prefix, suffix);
  }

  private static NameUse use(HumanName name, LocalDate today) {
    boolean over = Days.of(name.getPeriod().getEndElement()).filter(today::isAfter).isPresent();
    if (over) {
      return NameUse.FORMER;
    }
    return switch (name.getUse()) {
      case OFFICIAL -> NameUse.OFFICIAL;
      case NICKNAME -> NameUse.NICKNAME;
      case MAIDEN, OLD -> NameUse.FORMER;
      case TEMP, ANONYMOUS -> NameUse.TEMPORARY;
      case USUAL, NULL -> NameUse.USUAL;
      case null -> NameUse.USUAL;
    };
  }

  private static void requireShort(String path, int charsMax, String... parts) {
    for (String part : parts) {
      if (part.length() > charsMax) {
        throw new NotTaken(path, Refusal.said("person.name/long", charsMax));
      }
    }
  }
}
