package health.malasakit.patients.web;

import health.malasakit.kernel.ZoneLabels;
import health.malasakit.patients.FactChange;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Languages;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;

/**
 * The form that corrects a patient's facts.
 *
 * @param meanwhile what somebody else changed while she typed, newest first; else empty
 * @param contested fields that both changed
 * @param proposed the zone in which the ZIP probably lies, to ask about
 */
public record EditPage(
    Patient patient,
    String href,
    PersonForm form,
    int version,
    Errors errors,
    List<Change> meanwhile,
    Set<String> contested,
    String echo,
    Optional<ZoneId> proposed) {

  /**
   * A change in words.
   *
   * @param theirs of a name or an address that both changed, its parts as they now stand; else
   *     empty
   */
  public record Change(FactChange fact, String by, boolean contested, String theirs) {}

  /** Fields in which what was seen goes with the form. */
  public List<String> seen() {
    return PartFields.seen();
  }

  /** The form filled with what is known. */
  static PersonForm filled(PersonFacts facts) {
    return filled(facts, facts);
  }

  /** The form filled with what is to be shown, over what is saved. */
  static PersonForm filled(PersonFacts facts, PersonFacts saved) {
    var fields = typed(facts);
    PartFields.seen(fields, typed(saved));
    LanguageFields.fill(fields, facts.languages(), saved.languages());
    return new PersonForm(fields);
  }

  private static LinkedMultiValueMap<String, String> typed(PersonFacts facts) {
    var fields = new LinkedMultiValueMap<String, String>();
    PatientName name = facts.mainName();
    fields.set("given", name.given());
    fields.set("family", name.family());
    fields.set("prefix", name.prefix());
    fields.set("suffix", name.suffix());
    facts
        .formerName()
        .ifPresent(former -> {
          fields.set("formerGiven", former.given());
          fields.set("formerFamily", former.family());
        });
    fields.set("preferred", PersonForm.preferred(facts).map(PatientName::shown).orElse(""));
    fields.set("birthDate", facts.birthDate().map(BirthDates::shown).orElse(""));
    fields.set("sex", facts.sex() == Sex.UNKNOWN ? "" : facts.sex().code());
    fields.set("genderIdentity", facts.genderIdentity());
    fields.set("pronouns", facts.pronouns());
    fields.set(
        "interpreter",
        facts.interpreter() == Interpreter.NOT_ASKED ? "" : facts.interpreter().code());
    fields.set("accessNeeds", facts.accessNeeds());
    fields.set("zone", facts.zone().map(ZoneId::getId).orElse(""));
    contacts(fields, facts);
    return fields;
  }

  private static void contacts(LinkedMultiValueMap<String, String> fields, PersonFacts facts) {
    for (ContactUse use : List.of(ContactUse.MOBILE, ContactUse.HOME, ContactUse.WORK)) {
      facts.phones().stream()
          .filter(phone -> phone.use() == use)
          .findFirst()
          .ifPresent(phone -> fields.set(use.code(), phone.phone().written()));
    }
    ContactFields.EMAILS.forEach(field ->
        facts.emails().stream()
            .filter(email -> email.use() == field.getValue())
            .findFirst()
            .ifPresent(email -> fields.set(field.getKey(), email.written())));
    ContactFields.ADDRESSES.forEach(field ->
        facts.addresses().stream()
            .filter(address -> address.use() == field.getValue())
            .findFirst()
            .ifPresent(address -> ContactFields.fill(fields, field.getKey(), address)));
  }

  /** What can be chosen, and what is on file whatever it is. */
  public List<Choice> languages(String field) {
    return Languages.with(form.of(field));
  }

  /** Whether anything stands in the part of the form that is closed at first. */
  public boolean more() {
    return PersonForm.MORE.stream().anyMatch(field -> !form.of(field).isEmpty());
  }

  /** The zones of our table, and the one on file whatever it is. */
  public List<Choice> zones() {
    var listed = ZoneLabels.listed().stream();
    return Stream.concat(listed, patient.facts().zone().stream())
        .distinct()
        .map(zone -> Choice.of(zone.getId(), ZoneLabels.label(zone)))
        .toList();
  }

  /** What the ZIP says, while nothing was chosen; empty when it says nothing. */
  public String proposal() {
    return form.of("zone").isEmpty() ? proposed.map(ZoneLabels::label).orElse("") : "";
  }

  public Set<String> sex() {
    return Set.of(form.of("sex"));
  }

  public Set<String> interpreter() {
    return Set.of(form.of("interpreter"));
  }
}
