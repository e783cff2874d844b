package health.malasakit.interop.fhir;

import health.malasakit.patients.Identifier;
import health.malasakit.patients.IncomingRelatedPerson;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.RelatedPerson;

/** RelatedPerson of FHIR R4 to ours. */
final class RelatedPersonMapping {

  private static final int NAME_CHARS_MAX = 300;
  private static final int RELATIONSHIP_CHARS_MAX = 60;

  private RelatedPersonMapping() {}

  static IncomingRelatedPerson map(RelatedPerson person, Identifier key, Identifier patient) {
    String name = PersonNames.oneLine(person.getName());
    if (name.isEmpty()) {
      throw new NotTaken("RelatedPerson.name", Refusal.said("person.name"));
    }
    String relationship =
        person.getRelationship().stream()
            .map(Words::of)
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("related");
    Optional<LocalDate> from = Days.of(person.getPeriod().getStartElement());
    Optional<LocalDate> to = Days.of(person.getPeriod().getEndElement());
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new NotTaken("RelatedPerson.period", Refusal.said("period.order"));
    }
    return new IncomingRelatedPerson(
        key,
        patient,
        Words.atMost(name, NAME_CHARS_MAX),
        Words.atMost(relationship, RELATIONSHIP_CHARS_MAX),
        PersonContacts.phones(person.getTelecom()).stream()
            .findFirst()
            .map(phone -> phone.phone().written())
            .orElse(""),
        person.getCommunication().stream()
            .flatMap(language -> Languages.tag(language.getLanguage()).stream())
            .findFirst()
            .orElse(""),
        from,
        to);
  }
}
