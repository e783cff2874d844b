package health.malasakit.patients.person;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Facts of a person being put together, one at a time. */
public final class PersonFactsEdit {

  private List<PatientName> names;
  private Optional<LocalDate> birthDate;
  private Sex sex;
  private String genderIdentity;
  private String pronouns;
  private List<PatientAddress> addresses;
  private List<PatientPhone> phones;
  private List<PatientEmail> emails;
  private List<PatientLanguage> languages;
  private Interpreter interpreter;
  private String accessNeeds;
  private Optional<ZoneId> zone;

  PersonFactsEdit(PersonFacts from) {
    names = from.names();
    birthDate = from.birthDate();
    sex = from.sex();
    genderIdentity = from.genderIdentity();
    pronouns = from.pronouns();
    addresses = from.addresses();
    phones = from.phones();
    emails = from.emails();
    languages = from.languages();
    interpreter = from.interpreter();
    accessNeeds = from.accessNeeds();
    zone = from.zone();
  }

  public PersonFactsEdit names(List<PatientName> value) {
    names = value;
    return this;
  }

  public PersonFactsEdit birthDate(Optional<LocalDate> value) {
    birthDate = value;
    return this;
  }

  /** Born that day. */
  public PersonFactsEdit born(LocalDate value) {
    return birthDate(Optional.of(value));
  }

  public PersonFactsEdit sex(Sex value) {
    sex = value;
    return this;
  }

  public PersonFactsEdit genderIdentity(String value) {
    genderIdentity = value;
    return this;
  }

  public PersonFactsEdit pronouns(String value) {
    pronouns = value;
    return this;
  }

  public PersonFactsEdit addresses(List<PatientAddress> value) {
    addresses = value;
    return this;
  }

  public PersonFactsEdit phones(List<PatientPhone> value) {
    phones = value;
    return this;
  }

  public PersonFactsEdit emails(List<PatientEmail> value) {
    emails = value;
    return this;
  }

  public PersonFactsEdit languages(List<PatientLanguage> value) {
    languages = value;
    return this;
  }

  public PersonFactsEdit interpreter(Interpreter value) {
    interpreter = value;
    return this;
  }

  public PersonFactsEdit accessNeeds(String value) {
    accessNeeds = value;
    return this;
  }

  public PersonFactsEdit zone(Optional<ZoneId> value) {
    zone = value;
    return this;
  }

  /** The facts as they are now. */
  public PersonFacts done() {
    return new PersonFacts(
        names,
        birthDate,
        sex,
        genderIdentity,
        pronouns,
        addresses,
        phones,
        emails,
        languages,
        interpreter,
        accessNeeds,
        zone);
  }
}
