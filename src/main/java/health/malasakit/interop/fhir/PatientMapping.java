package health.malasakit.interop.fhir;

import health.malasakit.patients.IncomingPatient;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Patient of FHIR R4 to ours. */
final class PatientMapping {

  private static final String EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/";
  private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);
  private static final int WORDS_MAX = 100;

  private PatientMapping() {}

  /**
   * The patient as the file says she is.
   *
   * @param key her id in the system that wrote the file
   * @param today no birth lies after it
   */
  static IncomingPatient map(
      Patient patient,
      health.malasakit.patients.Identifier key,
      PatientNumbers numbers,
      LocalDate today) {
    var contacts = PersonContacts.of(patient.getTelecom(), patient.getAddress());
    var facts =
        new PersonFacts(
            PersonNames.of("Patient", patient.getName(), today),
            birth(patient, today),
            patient.hasGender() ? Sex.of(patient.getGender().toCode()) : Sex.UNKNOWN,
            words(
                patient, US_CORE + "us-core-genderIdentity", EXTENSIONS + "patient-genderIdentity"),
            words(patient, EXTENSIONS + "individual-pronouns", EXTENSIONS + "patient-pronouns"),
            contacts.addresses(),
            contacts.phones(),
            contacts.emails(),
            languages(patient),
            interpreter(patient),
            "",
            Optional.empty());
    return new IncomingPatient(key, facts, numbers.kept(), deceased(patient), diedOn(patient));
  }

  private static Optional<LocalDate> birth(Patient patient, LocalDate today) {
    Optional<LocalDate> born = Days.of(patient.getBirthDateElement());
    if (born.isPresent() && (born.get().isBefore(EARLIEST_BIRTH) || born.get().isAfter(today))) {
      throw new NotTaken("Patient.birthDate", Refusal.said("patient.birth_date"));
    }
    return born;
  }

  private static boolean deceased(Patient patient) {
    return switch (patient.getDeceased()) {
      case BooleanType said -> said.booleanValue();
      case DateTimeType when -> when.hasValue();
      case null, default -> false;
    };
  }

  private static Optional<LocalDate> diedOn(Patient patient) {
    return patient.getDeceased() instanceof DateTimeType when ? Days.of(when) : Optional.empty();
  }

  /** FHIR names languages for talking and for letters alike. */
  private static List<PatientLanguage> languages(Patient patient) {
    Map<String, PatientLanguage> languages = new LinkedHashMap<>();
    for (var each : patient.getCommunication()) {
      Languages.tag(each.getLanguage())
          .ifPresent(tag ->
              languages.putIfAbsent(
                  tag, new PatientLanguage(tag, true, true, each.getPreferred())));
    }
    return List.copyOf(languages.values());
  }

  private static Interpreter interpreter(Patient patient) {
    for (Extension said : patient.getExtension()) {
      if (said.getUrl().equals(EXTENSIONS + "patient-interpreterRequired")
          && said.getValue() instanceof BooleanType needed) {
        return needed.booleanValue() ? Interpreter.NEEDED : Interpreter.NOT_NEEDED;
      }
      if (said.getUrl().equals(US_CORE + "us-core-interpreter-needed")
          && said.getValue() instanceof Coding answer) {
        return switch (Words.of(answer.getCode()).toLowerCase(Locale.ROOT)) {
          case "373066001", "yes", "y" -> Interpreter.NEEDED;
          case "373067005", "no", "n" -> Interpreter.NOT_NEEDED;
          default -> Interpreter.NOT_ASKED;
        };
      }
    }
    return Interpreter.NOT_ASKED;
  }

  private static String words(Patient patient, String... urls) {
    for (String url : urls) {
      for (Extension said : patient.getExtensionsByUrl(url)) {
        String words = words(said);
        if (!words.isEmpty()) {
          return Words.atMost(words, WORDS_MAX);
        }
      }
    }
    return "";
  }

  private static String words(Extension said) {
    Type value =
        said.hasExtension("value") ? said.getExtensionByUrl("value").getValue() : said.getValue();
    return switch (value) {
      case CodeableConcept concept -> Words.of(concept);
      case Coding coding -> Words.first(Words.of(coding.getDisplay()), Words.of(coding.getCode()));
      case StringType text -> Words.of(text.getValue());
      case null, default -> "";
    };
  }
}
