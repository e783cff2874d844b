package health.malasakit.patients.web;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import health.malasakit.ui.Errors;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** What is typed about a person on the pages that register and edit; every field as it was sent. */
public record PersonForm(MultiValueMap<String, String> fields) {

  private static final int NAME_LENGTH_MAX = 200;

  /** What few patients have. */
  static final List<String> MORE =
      List.of(
          "formerGiven",
          "formerFamily",
          "emailWork",
          "mailing-street",
          "mailing-city",
          "mailing-state",
          "mailing-zip",
          "mailing-country");

  /** What was typed, or empty. */
  public String of(String field) {
    return Optional.ofNullable(fields.getFirst(field)).orElse("").strip();
  }

  /** The number that a registration keeps while it is typed; a new one when there is none. */
  UUID registration() {
    return of("registration").isEmpty() ? Ids.next() : Ids.parse(of("registration"));
  }

  /** In which contact it was begun; empty for none. */
  Optional<UUID> contact() {
    return of("contact").isEmpty() ? Optional.empty() : Optional.of(Ids.parse(of("contact")));
  }

  /** What was ticked. */
  public List<String> all(String field) {
    return Optional.ofNullable(fields.get(field)).orElse(List.of());
  }

  /** The birth date; empty when nothing or nothing readable was typed. */
  public Optional<LocalDate> birthDate(LocalDate today) {
    try {
      return of("birthDate").isEmpty()
          ? Optional.empty()
          : Optional.of(SpokenDate.parseBirthDate(of("birthDate"), today).date());
    } catch (Refused unreadable) {
      return Optional.empty();
    }
  }

  /** The birth date in words, to read back to the caller; empty when there is none. */
  public String echo(LocalDate today) {
    return birthDate(today).map(date -> new SpokenDate(date).echo()).orElse("");
  }

  /** What must be asked again, apart from what a page asks in addition. */
  Errors errors(LocalDate today) {
    Errors errors = Errors.NONE;
    if (of("given").isEmpty() && of("family").isEmpty()) {
      errors = errors.and("given", Sentences.of("patients.wrong.name"));
    }
    for (String field : List.of("given", "family", "preferred", "formerGiven", "formerFamily")) {
      if (of(field).length() > NAME_LENGTH_MAX) {
        errors = errors.and(field, Sentences.of("patients.wrong.long"));
      }
    }
    if (!of("birthDate").isEmpty()) {
      errors = tried(errors, "birthDate", typed -> SpokenDate.parseBirthDate(typed, today));
    }
    for (String field : List.of("mobile", "home", "work")) {
      if (!of(field).isEmpty()) {
        errors = tried(errors, field, Phone::of);
      }
    }
    errors = offered(errors, "sex", Sex::of);
    errors = offered(errors, "interpreter", Interpreter::of);
    errors = offered(errors, "zone", ZoneLabels::zone);
    for (var email : ContactFields.EMAILS) {
      String typed = of(email.getKey());
      if (!typed.isEmpty() && !new PatientEmail(email.getValue(), typed).valid()) {
        errors = errors.and(email.getKey(), Sentences.of("patients.wrong.email"));
      }
    }
    return errors;
  }

  /** The facts typed, put over what is known; only the first of each kind stands on the form. */
  PersonFacts over(PersonFacts known, LocalDate today) {
    var contacts = new ContactFields(this);
    return known
        .edit()
        .names(names(known))
        .birthDate(birthDate(today))
        .sex(of("sex").isEmpty() ? Sex.UNKNOWN : Sex.of(of("sex")))
        .genderIdentity(of("genderIdentity"))
        .pronouns(of("pronouns"))
        .phones(contacts.phones(known))
        .emails(contacts.emails(known))
        .addresses(contacts.addresses(known))
        .languages(LanguageFields.over(this, known.languages()))
        .interpreter(
            of("interpreter").isEmpty() ? Interpreter.NOT_ASKED : Interpreter.of(of("interpreter")))
        .accessNeeds(of("accessNeeds"))
        .zone(zone(known))
        .done();
  }

  /** A page without the field says nothing about it. */
  private Optional<ZoneId> zone(PersonFacts known) {
    if (!fields.containsKey("zone")) {
      return known.zone();
    }
    return of("zone").isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(of("zone")));
  }

  private List<PatientName> names(PersonFacts known) {
    NameUse main = known.mainName().use();
    var names = new ArrayList<PatientName>();
    names.add(new PatientName(main, of("family"), of("given"), of("prefix"), of("suffix")));
    var preferred = preferred(known);
    String called = of("preferred");
    if (!called.isEmpty()) {
      names.add(
          preferred
              .filter(name -> name.shown().equals(called))
              .orElseGet(() -> new PatientName(NameUse.PREFERRED, "", called, "", "")));
    }
    var former = former(known);
    former.ifPresent(names::add);
    var onForm = new HashSet<>(Set.of(known.mainName()));
    preferred.ifPresent(onForm::add);
    known.formerName().ifPresent(onForm::add);
    known.names().stream().filter(name -> !onForm.contains(name)).forEach(names::add);
    return names;
  }

  /** The first name she wants to be called by, beside the one to show; it stands in one field. */
  static Optional<PatientName> preferred(PersonFacts known) {
    return known.names().stream()
        .filter(name -> name.use() == NameUse.PREFERRED && !name.equals(known.mainName()))
        .findFirst();
  }

  /** A page without the fields says nothing about it. */
  private Optional<PatientName> former(PersonFacts known) {
    if (!fields.containsKey("formerFamily")) {
      return known.formerName();
    }
    String family = of("formerFamily");
    String given = of("formerGiven");
    var before = known.formerName();
    return family.isEmpty() && given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PatientName(
                NameUse.FORMER,
                family,
                given,
                before.map(PatientName::prefix).orElse(""),
                before.map(PatientName::suffix).orElse("")));
  }

  private Errors offered(Errors errors, String field, Function<String, ?> reading) {
    try {
      var _ = of(field).isEmpty() ? "" : reading.apply(of(field));
      return errors;
    } catch (IllegalArgumentException | Refused notOffered) {
      return errors.and(field, Sentences.of("patients.wrong.choice"));
    }
  }

  private Errors tried(Errors errors, String field, Function<String, ?> reading) {
    try {
      var _ = reading.apply(of(field));
      return errors;
    } catch (Refused no) {
      return errors.and(field, no.sentence());
    }
  }

  @Override
  public String toString() {
    return "PersonForm[]";
  }
}
