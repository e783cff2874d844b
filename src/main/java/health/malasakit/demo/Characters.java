package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Patients made by hand: to be mistaken for each other, or to make a rule visible. */
@Component
class Characters {

  private final Patients patients;
  private final Stories stories;

  Characters(Patients patients, Stories stories) {
    this.patients = patients;
    this.stories = stories;
  }

  /** A character, registered. */
  record Known(String key, PatientId id, String story, String family) {

    boolean alive() {
      return !story.contains("deceased");
    }
  }

  List<Known> register(MadeClinic clinic, LocalDate today) {
    var made = new ArrayList<Known>();
    for (var line : Lines.of("characters")) {
      if (line.get(1).equals(clinic.slug())) {
        made.add(register(clinic, line, today));
      }
    }
    return made;
  }

  private Known register(MadeClinic clinic, List<String> line, LocalDate today) {
    var story = line.get(9);
    var number =
        "%s-%05d".formatted(clinic.slug().substring(0, 2), line.getFirst().hashCode() & 0xfff);
    var patient =
        new NewPatient(
            facts(clinic, line, today),
            List.of(Identifier.mrn(number.toUpperCase(Locale.ROOT))),
            story.equals("interpreter") ? "Blue something, through the tribe" : "",
            stories.responsible(story, line),
            FactSource.PERSON);
    var id = patients.register(clinic.id(), patient);
    stories.tell(clinic.id(), id, story, line);
    return new Known(line.getFirst(), id, story, line.get(3));
  }

  private static PersonFacts facts(MadeClinic clinic, List<String> line, LocalDate today) {
    var language = line.get(8);
    var story = line.get(9);
    return PersonFacts.named(names(line))
        .edit()
        .birthDate(Optional.of(born(line.get(4), today)))
        .sex(Sex.of(line.get(5)))
        .pronouns(line.getFirst().equals("teen-1") ? "they/them" : "")
        .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(line.get(6)))))
        .addresses(List.of(address(clinic, line.get(7))))
        .emails(List.of(new PatientEmail(ContactUse.HOME, DemoMailboxes.address(line))))
        .languages(List.of(PatientLanguage.preferred(language)))
        .interpreter(story.equals("interpreter") ? Interpreter.NEEDED : Interpreter.NOT_ASKED)
        .accessNeeds(story.equals("interpreter") ? "Wheelchair; comes with a companion" : "")
        .zone(
            Optional.of(
                story.equals("away-from-home") ? ZoneId.of("America/Los_Angeles") : clinic.zone()))
        .done();
  }

  private static PatientName[] names(List<String> line) {
    var official = PatientName.official(line.get(2), line.get(3));
    return switch (line.get(9)) {
      case "preferred-name" ->
          new PatientName[] {
            official,
            new PatientName(NameUse.PREFERRED, line.get(3), "Billy", "", ""),
            new PatientName(NameUse.FORMER, "Thorne", line.get(2), "", "")
          };
      default -> new PatientName[] {official};
    };
  }

  private static PatientAddress address(MadeClinic clinic, String street) {
    var site = Lines.of("sites", clinic.slug()).getFirst();
    return new PatientAddress(ContactUse.HOME, street, site.get(3), site.get(4), site.get(5), "US");
  }

  /** {@code 1984-03-12}, or {@code y-6.d40}: six years and forty days ago. */
  private static LocalDate born(String cell, LocalDate today) {
    if (!cell.startsWith("y-")) {
      return LocalDate.parse(cell);
    }
    var parts = cell.substring(2).split("\\.d", -1);
    var years = today.minusYears(Long.parseLong(parts[0]));
    return parts.length == 1 ? years.minusDays(30) : years.minusDays(Long.parseLong(parts[1]));
  }
}
