package health.malasakit.patients;

import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.PersonFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings together what two people changed at once, field by field; what both changed is named. */
final class Meanwhile {

  private Meanwhile() {}

  static Edited.ChangedMeanwhile of(Patient now, List<FactChange> since, Correction wanted) {
    PersonFacts mine = wanted.facts();
    Map<String, String> before = new TreeMap<>();
    since.forEach(change -> before.put(change.field(), change.before()));
    Map<String, String> sent = Facts.byField(mine);
    Set<String> differing = Facts.differing(mine, now.facts());
    var contested = new TreeSet<String>();
    PersonFacts merged = mine;
    for (Map.Entry<String, String> changed : before.entrySet()) {
      String field = changed.getKey();
      if (!Facts.isField(field) || !differing.contains(field)) {
        continue;
      }
      boolean asBefore = sent.getOrDefault(field, "").equals(changed.getValue());
      if (asBefore && !wanted.touched().contains(field)) {
        merged = Facts.take(merged, field, now.facts());
      } else {
        contested.add(field);
      }
    }
    return new Edited.ChangedMeanwhile(now, since, merged, contested);
  }
}
