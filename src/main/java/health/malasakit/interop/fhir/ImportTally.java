package health.malasakit.interop.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts an import while it goes on, in all and for each file. */
final class ImportTally {

  /** Kept word for word; beyond that refusals are counted. */
  static final int REFUSALS_MAX = 50_000;

  private static final List<String> TAKEN =
      List.of(
          ResourceFields.PATIENT,
          ResourceFields.RELATED_PERSON,
          ResourceFields.PRACTITIONER,
          ResourceFields.PRACTITIONER_ROLE,
          ResourceFields.ORGANIZATION,
          ResourceFields.LOCATION,
          ResourceFields.ENCOUNTER,
          ResourceFields.COVERAGE);

  private final Map<String, Map<String, Tally>> byFile = new LinkedHashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Refusal> remarks = new ArrayList<>();
  private int numbersDropped;
  private int filesBroken;
  private int read;

  /** Whether resources of that type become rows of ours. */
  static boolean takes(String type) {
    return TAKEN.contains(type);
  }

  void taken(String file, String type, Outcome outcome) {
    put(file, type, of(file, type).counting(outcome));
  }

  void passedOver(String file, String type) {
    put(file, type, of(file, type).passedOver());
  }

  void refused(String type, Refusal refusal) {
    put(refusal.file(), type, of(refusal.file(), type).refusing());
    refused(refusal);
  }

  /** Something that is no resource. */
  void refused(Refusal refusal) {
    if (refusals.size() < REFUSALS_MAX) {
      refusals.add(refusal);
    }
  }

  void broken(Refusal refusal) {
    filesBroken++;
    refused(refusal);
  }

  void remark(Refusal remark) {
    if (remarks.size() < REFUSALS_MAX) {
      remarks.add(remark);
    }
  }

  void dropped(int numbers) {
    numbersDropped += numbers;
  }

  /** Resources read so far. */
  int read() {
    return read;
  }

  Map<String, Tally> of(String file) {
    return byFile.getOrDefault(file, Map.of());
  }

  ImportSummary summary() {
    Map<String, Tally> all = new TreeMap<>();
    byFile
        .values()
        .forEach(file -> file.forEach((type, tally) -> all.merge(type, tally, Tally::plus)));
    Map<String, Tally> ordered = new LinkedHashMap<>();
    TAKEN.forEach(type -> ordered.put(type, all.getOrDefault(type, Tally.NONE)));
    all.forEach(ordered::putIfAbsent);
    return new ImportSummary(
        ordered, List.copyOf(refusals), List.copyOf(remarks), numbersDropped, filesBroken);
  }

  private Tally of(String file, String type) {
    return of(file).getOrDefault(type, Tally.NONE);
  }

  private void put(String file, String type, Tally tally) {
    byFile.computeIfAbsent(file, name -> new TreeMap<>()).put(type, tally);
    read++;
  }
}
