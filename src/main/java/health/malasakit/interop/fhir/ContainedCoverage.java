package health.malasakit.interop.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The coverages inside an ExplanationOfBenefit, each made to stand alone. */
final class ContainedCoverage {

  private static final int DAY_CHARS = 10;

  private ContainedCoverage() {}

  static List<Found.Resource> of(Found.Resource benefit) {
    List<Found.Resource> coverages = new ArrayList<>();
    JsonNode contained = benefit.json().path("contained");
    for (int number = 0; number < contained.size(); number++) {
      if (contained.get(number) instanceof ObjectNode inside
          && inside.path("resourceType").asString("").equals(ResourceFields.COVERAGE)) {
        coverages.add(
            new Found.Resource(
                benefit.place(),
                ResourceFields.COVERAGE,
                benefit.type() + ".contained[" + number + "]",
                "",
                standing(inside.deepCopy(), benefit.json()),
                seen(benefit.json())));
      }
    }
    return coverages;
  }

  /** Its id means something inside its benefit only; so do references to what lies beside it. */
  private static ObjectNode standing(ObjectNode coverage, ObjectNode benefit) {
    coverage.remove("id");
    coverage.propertyNames().stream()
        .filter(element -> !ResourceFields.taken(ResourceFields.COVERAGE, element))
        .toList()
        .forEach(coverage::remove);
    if (!coverage.has("beneficiary") && benefit.get("patient") instanceof ObjectNode patient) {
      coverage.set("beneficiary", patient.deepCopy());
    }
    for (JsonNode payor : coverage.path("payor")) {
      if (payor instanceof ObjectNode reference && !reference.has("display")) {
        beside(benefit, reference.path("reference").asString(""))
            .ifPresent(name -> reference.put("display", name));
      }
    }
    return coverage;
  }

  private static Optional<String> beside(ObjectNode benefit, String reference) {
    for (JsonNode inside : benefit.path("contained")) {
      if (reference.equals("#" + inside.path("id").asString(""))) {
        return Optional.of(inside.path("name").asString("")).filter(name -> !name.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** The first day of the care, or the day of the paper. */
  private static Optional<LocalDate> seen(ObjectNode benefit) {
    return day(benefit.path("billablePeriod").path("start")).or(() -> day(benefit.path("created")));
  }

  private static Optional<LocalDate> day(JsonNode written) {
    String text = written.asString("");
    try {
      return text.length() < DAY_CHARS
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, DAY_CHARS)));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
