package health.malasakit.patients.person;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be known and corrected about a person. Empty means that nobody said.
 *
 * @param genderIdentity as she says it; empty when not recorded
 * @param accessNeeds wheelchair, hearing, a companion: in words
 * @param zone her own time zone; never guessed from a state
 */
public record PersonFacts(
    List<PatientName> names,
    Optional<LocalDate> birthDate,
    Sex sex,
    String genderIdentity,
    String pronouns,
    List<PatientAddress> addresses,
    List<PatientPhone> phones,
    List<PatientEmail> emails,
    List<PatientLanguage> languages,
    Interpreter interpreter,
    String accessNeeds,
    Optional<ZoneId> zone) {

  public PersonFacts {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    languages = oncePerTag(languages);
    genderIdentity = Written.line(genderIdentity);
    pronouns = Written.line(pronouns);
    accessNeeds = Written.lines(accessNeeds);
  }

  /** Nothing but a name. */
  public static PersonFacts named(PatientName... names) {
    return new PersonFacts(
        List.of(names),
        Optional.empty(),
        Sex.UNKNOWN,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Interpreter.NOT_ASKED,
        "",
        Optional.empty());
  }

  /** The same person with some facts replaced. */
  public PersonFactsEdit edit() {
    return new PersonFactsEdit(this);
  }

  /** The name to show: official before usual before any other. */
  public PatientName mainName() {
    for (NameUse use : List.of(NameUse.OFFICIAL, NameUse.USUAL)) {
      Optional<PatientName> found = name(use);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return names.getFirst();
  }

  /** The first name of that use. */
  public Optional<PatientName> name(NameUse use) {
    return names.stream().filter(name -> name.use() == use).findFirst();
  }

  /** The first name that she had before, beside the one to show. */
  public Optional<PatientName> formerName() {
    return names.stream()
        .filter(name -> name.use() == NameUse.FORMER && !name.equals(mainName()))
        .findFirst();
  }

  /** What she wants to be called, when that is another name; else empty. */
  public String preferredName() {
    return name(NameUse.PREFERRED)
        .or(() -> name(NameUse.NICKNAME))
        .map(PatientName::shown)
        .filter(shown -> !shown.equals(mainName().shown()))
        .orElse("");
  }

  @Override
  public String toString() {
    return "PersonFacts[]";
  }

  private static List<PatientLanguage> oncePerTag(List<PatientLanguage> languages) {
    Set<String> seen = new HashSet<>();
    return languages.stream().filter(language -> seen.add(language.tag())).toList();
  }
}
