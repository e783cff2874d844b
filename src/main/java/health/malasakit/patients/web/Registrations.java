package health.malasakit.patients.web;

import health.malasakit.access.Organization;
import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.search.InContact;
import health.malasakit.patients.search.LookAlikes;
import health.malasakit.patients.search.SearchWords;
import health.malasakit.patients.search.Sketch;
import health.malasakit.patients.speaking.AgeOfMajority;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the form for a new patient asks, checks and makes of what was typed. */
@Component
class Registrations {

  private final LookAlikes lookAlikes;
  private final ClinicDays days;
  private final PatientPaths paths;
  private final RecordGate gate;
  private final ObjectProvider<InContact> contacts;
  private final Clock clock;

  Registrations(
      LookAlikes lookAlikes,
      ClinicDays days,
      PatientPaths paths,
      RecordGate gate,
      ObjectProvider<InContact> contacts,
      Clock clock) {
    this.lookAlikes = lookAlikes;
    this.days = days;
    this.paths = paths;
    this.gate = gate;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** In which contact whoever begins to type now is. */
  Optional<UUID> contact() {
    return contacts.stream().flatMap(one -> one.now().stream()).findFirst();
  }

  /** Fields filled from what was typed into the search: the last word is taken for the family. */
  Map<String, String> begun(String typed) {
    var fields = new HashMap<String, String>();
    SearchWords words = SearchWords.read(typed, today(Optional.empty()));
    words.birthDate().ifPresent(born -> fields.put("birthDate", BirthDates.shown(born)));
    words.numbers().stream()
        .filter(number -> number.length() == 10)
        .findFirst()
        .ifPresent(number -> fields.put("mobile", Phone.of(number).shown()));
    List<String> written =
        words.birthDate().isPresent() || typed.isBlank()
            ? Stream.of(typed.strip().split("\\s+", -1)).takeWhile(Registrations::isWord).toList()
            : Stream.of(typed.strip().split("\\s+", -1)).filter(Registrations::isWord).toList();
    if (!written.isEmpty()) {
      int family = Math.max(1, written.size() - 1);
      fields.put("given", String.join(" ", written.subList(0, family)));
      fields.put("family", String.join(" ", written.subList(family, written.size())));
    }
    return fields;
  }

  RegistrationPage checked(PersonForm form) {
    Optional<Organization> clinic = clinic(form);
    Errors errors =
        clinic.isEmpty()
            ? Errors.NONE.and("clinic", Sentences.of("patients.wrong.clinic"))
            : Errors.NONE;
    for (var wrong : form.errors(today(clinic)).byField().entrySet()) {
      errors = errors.and(wrong.getKey(), wrong.getValue());
    }
    if (form.of("birthDate").isEmpty()) {
      errors = errors.and("birthDate", Sentences.of("patients.wrong.birth_date"));
    }
    if (form.of("mobile").isEmpty() && form.of("home").isEmpty()) {
      errors = errors.and("mobile", Sentences.of("patients.wrong.phone"));
    }
    if (minor(form, clinic) && form.of("adult").isEmpty()) {
      errors = errors.and("adult", Sentences.of("patients.wrong.adult"));
    }
    if (minor(form, clinic) && !form.of("adultPhone").isEmpty()) {
      errors = readable(errors, form.of("adultPhone"));
    }
    RegistrationPage page = page(form, errors);
    return page.undecided()
        ? page(form, errors.and("alike", Sentences.of("patients.wrong.alike")))
        : page;
  }

  RegistrationPage page(PersonForm form, Errors errors) {
    Optional<Organization> clinic = clinic(form);
    LocalDate today = today(clinic);
    UUID registration = form.registration();
    return new RegistrationPage(
        registration,
        form,
        paths.clinics(),
        clinic,
        errors,
        form.echo(today),
        minor(form, clinic),
        clinic.map(at -> alike(at, form, registration)).orElse(List.of()),
        today,
        gate.duringCall());
  }

  private List<RegistrationPage.Alike> alike(
      Organization clinic, PersonForm form, UUID registration) {
    List<String> declined = form.all("declined");
    Sketch sketch = sketch(form, days.today(clinic.id()));
    return lookAlikes.of(clinic.id(), sketch, registration).stream()
        .map(one ->
            new RegistrationPage.Alike(
                one,
                paths.of(clinic.id(), one.card().id()),
                declined.contains(one.card().id().toString())))
        .toList();
  }

  NewPatient patient(PersonForm form, OrganizationId clinic) {
    LocalDate today = days.today(clinic);
    var name = PatientName.official(form.of("given"), form.of("family"));
    PersonFacts facts = form.over(PersonFacts.named(name), today);
    Optional<NewRepresentative> adult =
        form.of("adult").isEmpty() || !minor(form, Optional.of(paths.at(clinic)))
            ? Optional.empty()
            : Optional.of(
                NewRepresentative.parent(
                    form.of("adult"),
                    form.of("relationship").isEmpty() ? "parent" : form.of("relationship"),
                    form.of("adultPhone")));
    List<Identifier> numbers =
        form.of("mrn").isEmpty() ? List.of() : List.of(Identifier.mrn(form.of("mrn")));
    return new NewPatient(facts, numbers, form.of("insurance"), adult, FactSource.CALLER);
  }

  /** The only clinic is chosen already; among several a person chooses. */
  private Optional<Organization> clinic(PersonForm form) {
    List<Organization> all = paths.clinics();
    if (!form.of("clinic").isEmpty()) {
      return Optional.of(paths.clinic(form.of("clinic")));
    }
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** The clinic's date; hers while there is no clinic, which decides only a century. */
  private LocalDate today(Optional<Organization> clinic) {
    return clinic
        .map(at -> days.today(at.id()))
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Scopes.current().zone()));
  }

  private boolean minor(PersonForm form, Optional<Organization> clinic) {
    LocalDate today = today(clinic);
    return clinic
        .flatMap(at -> form.birthDate(today).map(born -> AgeOfMajority.minorOn(born, today)))
        .orElse(false);
  }

  private static Sketch sketch(PersonForm form, LocalDate today) {
    String phone = form.of("mobile").isEmpty() ? form.of("home") : form.of("mobile");
    String digits = phone.replaceAll("\\D", "");
    return new Sketch(
        form.of("given"),
        form.of("family"),
        form.birthDate(today),
        digits.length() < 10 ? "" : digits.substring(digits.length() - 10),
        Stream.of(form.of("street"), form.of("city"))
            .filter(part -> !part.isEmpty())
            .collect(java.util.stream.Collectors.joining(", ")));
  }

  private static Errors readable(Errors errors, String phone) {
    try {
      Phone.of(phone);
      return errors;
    } catch (Refused no) {
      return errors.and("adultPhone", no.sentence());
    }
  }

  private static boolean isWord(String token) {
    return token.chars().noneMatch(Character::isDigit);
  }
}
