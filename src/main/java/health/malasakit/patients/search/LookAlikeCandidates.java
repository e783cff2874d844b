package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.NameKeys;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom to compare: same or nearly the same name, same birth date, same number. */
@Component
class LookAlikeCandidates {

  private final SearchStore store;
  private final NumberStore numbers;

  LookAlikeCandidates(SearchStore store, NumberStore numbers) {
    this.store = store;
    this.numbers = numbers;
  }

  /** One way in which a name may be asked for, folded. */
  record Way(String family, String given) {}

  /** Each candidate with the ways of her name that were met; those with the number are noted. */
  Map<PatientId, Set<Way>> of(OrganizationId clinic, Sketch sketch, Set<PatientId> withNumber) {
    Map<PatientId, Set<Way>> ways = new LinkedHashMap<>();
    Set<OrganizationId> here = Set.of(clinic);
    sketch.birthDate().ifPresent(birth -> add(ways, store.byBirth(here, birth)));
    byName(here, sketch, ways);
    if (!sketch.lastTen().isEmpty()) {
      Set<PatientId> owners = new HashSet<>();
      numbers.byPhone(here, List.of(sketch.lastTen())).stream()
          .filter(owner -> !owner.safeOnly())
          .forEach(owner -> owners.add(owner.patient()));
      withNumber.addAll(owners);
      add(ways, store.ways(clinic, owners));
    }
    return ways;
  }

  private void byName(Set<OrganizationId> here, Sketch sketch, Map<PatientId, Set<Way>> ways) {
    String family = Folding.fold(sketch.family());
    String given = Folding.fold(sketch.given());
    if (family.isEmpty() || given.isEmpty()) {
      return;
    }
    Set<String> families = meant(here, sketch.family());
    Set<String> givens = meant(here, sketch.given());
    add(ways, store.byBoth(here, families, givens));
    add(ways, store.byBoth(here, givens, families));
    add(ways, store.byFamilies(here, Set.of(family), given.substring(0, 1)));
  }

  private Set<String> meant(Set<OrganizationId> here, String side) {
    Set<String> meant = new LinkedHashSet<>(Folding.ways(side));
    Set<String> keys = new HashSet<>();
    meant.forEach(way -> keys.addAll(NameKeys.of(way)));
    if (!keys.isEmpty()) {
      String folded = Folding.fold(side);
      store.similar(here, keys).stream()
          .filter(part -> NameMatch.side(folded, part) < NameMatch.NONE)
          .limit(20)
          .forEach(meant::add);
    }
    return meant;
  }

  private static void add(Map<PatientId, Set<Way>> ways, List<SearchStore.Candidate> found) {
    for (SearchStore.Candidate one : found) {
      ways.computeIfAbsent(one.patient(), nobody -> new LinkedHashSet<>())
          .add(new Way(one.family(), one.given()));
    }
  }
}
