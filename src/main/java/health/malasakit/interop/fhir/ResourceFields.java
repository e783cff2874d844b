package health.malasakit.interop.fhir;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of resource that are taken, and the elements of each that are read. */
final class ResourceFields {

  static final String PATIENT = "Patient";
  static final String RELATED_PERSON = "RelatedPerson";
  static final String PRACTITIONER = "Practitioner";
  static final String PRACTITIONER_ROLE = "PractitionerRole";
  static final String ORGANIZATION = "Organization";
  static final String LOCATION = "Location";
  static final String ENCOUNTER = "Encounter";
  static final String COVERAGE = "Coverage";
  static final String EXPLANATION_OF_BENEFIT = "ExplanationOfBenefit";

  /** Nothing of these depends on another resource. */
  static final Set<String> FIRST = Set.of(ORGANIZATION, LOCATION, PRACTITIONER, PATIENT);

  /** This refers to the first. */
  static final Set<String> SECOND = Set.of(PRACTITIONER_ROLE);

  /** These refer to the first and the second. */
  static final Set<String> THIRD =
      Set.of(RELATED_PERSON, ENCOUNTER, COVERAGE, EXPLANATION_OF_BENEFIT);

  /** In this order files are read, so that what is referred to is there. */
  static final List<Set<String>> PASSES = List.of(FIRST, SECOND, THIRD);

  private static final Set<String> OF_ALL =
      Set.of("resourceType", "id", "meta", "implicitRules", "modifierExtension", "identifier");

  private static final Map<String, Set<String>> OF_TYPE =
      Map.of(
          PATIENT,
          Set.of(
              "extension",
              "name",
              "telecom",
              "gender",
              "birthDate",
              "_birthDate",
              "deceasedBoolean",
              "deceasedDateTime",
              "address",
              "communication"),
          RELATED_PERSON,
          Set.of("patient", "relationship", "name", "telecom", "period", "communication"),
          PRACTITIONER,
          Set.of("name", "qualification", "communication"),
          PRACTITIONER_ROLE,
          Set.of("practitioner", "organization", "location", "specialty", "code"),
          ORGANIZATION,
          Set.of("type", "name", "alias", "address"),
          LOCATION,
          Set.of("name", "alias", "description", "address"),
          ENCOUNTER,
          Set.of(
              "status",
              "class",
              "type",
              "subject",
              "participant",
              "period",
              "location",
              "serviceProvider"),
          COVERAGE,
          Set.of(
              "contained",
              "status",
              "type",
              "policyHolder",
              "subscriber",
              "subscriberId",
              "beneficiary",
              "relationship",
              "period",
              "payor",
              "class",
              "order"),
          EXPLANATION_OF_BENEFIT,
          Set.of("contained", "patient", "billablePeriod", "created", "insurer"));

  private ResourceFields() {}

  /** Whether a type is taken in any pass. */
  static boolean taken(String type) {
    return OF_TYPE.containsKey(type);
  }

  /** Whether an element is read; all of a type that nobody asked for are not. */
  static boolean taken(String type, String element) {
    return OF_ALL.contains(element)
        || OF_TYPE.getOrDefault(type, Set.of()).contains(element)
        || OtherVersions.sign(type, element).isPresent();
  }
}
