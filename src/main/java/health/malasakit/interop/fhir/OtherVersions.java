package health.malasakit.interop.fhir;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs that a resource is not FHIR R4. The format does not say its version, so it is told by
 * elements that R4 does not have (hl7.org/fhir, version histories of the resources) and by its
 * profiles.
 */
final class OtherVersions {

  private static final String DSTU2 = "DSTU2";
  private static final String STU3 = "STU3";
  private static final String R5 = "R5";

  private static final Map<String, Map<String, String>> ELEMENTS =
      Map.of(
          ResourceFields.PATIENT, Map.of("careProvider", DSTU2, "animal", STU3),
          ResourceFields.PRACTITIONER, Map.of("practitionerRole", DSTU2, "role", STU3),
          ResourceFields.LOCATION, Map.of("form", R5, "characteristic", R5),
          ResourceFields.ORGANIZATION, Map.of("qualification", R5),
          ResourceFields.PRACTITIONER_ROLE, Map.of("characteristic", R5, "contact", R5),
          ResourceFields.ENCOUNTER,
              Map.of(
                  "patient", DSTU2,
                  "indication", DSTU2,
                  "reason", STU3,
                  "incomingReferral", STU3,
                  "actualPeriod", R5,
                  "subjectStatus", R5,
                  "admission", R5),
          ResourceFields.COVERAGE,
              Map.of(
                  "bin", DSTU2,
                  "issuer", DSTU2,
                  "plan", DSTU2,
                  "grouping", STU3,
                  "sequence", STU3,
                  "kind", R5,
                  "paymentBy", R5,
                  "insurer", R5));

  private static final Pattern OLD_PROFILE =
      Pattern.compile(
          ".*(/DSTU2/|/STU3/|/fhir/3\\.|/fhir/1\\.0|/argonaut/|/argonaut-scheduling/|/5\\.0/|/R5/).*");

  private OtherVersions() {}

  /** The version in which this type has that element, when it is not R4. */
  static Optional<String> sign(String type, String element) {
    return Optional.ofNullable(ELEMENTS.getOrDefault(type, Map.of()).get(element));
  }

  /** Refuses what is of another version. */
  static void refuse(String type, ObjectNode resource) {
    for (String element : resource.propertyNames()) {
      sign(type, element)
          .ifPresent(version -> {
            throw new NotTaken(type + "." + element, Refusal.said("fhir.version", version));
          });
    }
    for (JsonNode profile : resource.path("meta").path("profile")) {
      if (OLD_PROFILE.matcher(profile.asString("")).matches()) {
        throw new NotTaken(type + ".meta.profile", Refusal.said("fhir.version/profile"));
      }
    }
  }
}
