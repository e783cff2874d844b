package health.malasakit.interop.fhir;

import health.malasakit.kernel.PatientId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;

/**
 * A resource that is being taken, and for which file of which import.
 *
 * @param resource as it was found
 * @param file the file it was found in
 */
record Taking(ImportRun run, Found.Resource resource, ImportStore.FileOf file) {

  /** All names of the resource, and those that its identifiers give it. */
  Set<String> names(String id, List<Identifier> identifiers) {
    Set<String> names = new LinkedHashSet<>(ResourceKeys.of(resource, id));
    identifiers.stream()
        .filter(Identifier::hasValue)
        .map(number ->
            ResourceKeys.conditional(resource.type(), number.getSystem(), number.getValue()))
        .forEach(names::add);
    return names;
  }

  /**
   * The name by which it will be known the next time.
   *
   * @throws NotTaken when it has none
   */
  String ownId(String id, List<Identifier> identifiers) {
    String first =
        Words.first(
            Words.of(id),
            resource.fullUrl(),
            identifiers.stream()
                .filter(Identifier::hasValue)
                .map(number -> Words.of(number.getSystem()) + "|" + Words.of(number.getValue()))
                .findFirst()
                .orElse(""));
    if (first.isEmpty()) {
      throw new NotTaken(resource.path() + ".id", Refusal.said("resource.id"));
    }
    return first;
  }

  /** Something about it that could not be taken, though the rest was. */
  void remark(String element, String rule) {
    run.tally().remark(resource.place().refuse(resource.path() + "." + element, rule));
  }

  /** The row that it made or changed. */
  ImportStore.Touch touch(UUID row, Optional<PatientId> patient, Outcome outcome) {
    return new ImportStore.Touch(resource.type(), row, patient, outcome);
  }
}
