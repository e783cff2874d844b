package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Candidates of one search, each with how much of what was said fits her, and how well. */
final class Ranking {

  /** What is known of a candidate so far. */
  record Fit(
      OrganizationId organization,
      PatientId patient,
      boolean birth,
      boolean number,
      int name,
      String sortName) {

    int criteria(SearchWords words) {
      boolean named = !words.names().isEmpty() && name < NameMatch.NONE;
      return (named ? 1 : 0) + (birth ? 1 : 0) + (number ? 1 : 0);
    }
  }

  private final SearchWords words;
  private final List<NameMatch.Split> splits;
  private final Map<PatientId, Fit> fits = new HashMap<>();

  Ranking(SearchWords words) {
    this.words = words;
    this.splits = NameMatch.splits(words.names());
  }

  List<NameMatch.Split> splits() {
    return splits;
  }

  void add(Collection<SearchStore.Candidate> candidates) {
    for (SearchStore.Candidate one : candidates) {
      int name =
          words.names().isEmpty()
              ? NameMatch.NONE
              : NameMatch.quality(splits, one.family(), one.given());
      boolean birth = words.birthDate().isPresent() && one.birth().equals(words.birthDate());
      if (name < NameMatch.NONE || (birth && words.names().isEmpty())) {
        put(
            new Fit(
                one.organization(),
                one.patient(),
                birth,
                false,
                name,
                one.family() + " " + one.given()));
      }
    }
  }

  /** All the ways in which each of some patients may be asked for, whatever their order. */
  void addScattered(Collection<SearchStore.Candidate> ways) {
    ways.stream()
        .collect(Collectors.groupingBy(SearchStore.Candidate::patient))
        .values()
        .forEach(hers ->
            Scattered.quality(words.names(), hers)
                .ifPresent(name -> put(scattered(hers.getFirst(), name))));
  }

  private Fit scattered(SearchStore.Candidate one, int name) {
    boolean birth = words.birthDate().isPresent() && one.birth().equals(words.birthDate());
    return new Fit(
        one.organization(), one.patient(), birth, false, name, one.family() + " " + one.given());
  }

  void addNumbered(OrganizationId organization, PatientId patient) {
    put(new Fit(organization, patient, false, true, NameMatch.NONE, ""));
  }

  /** How many fit everything that was said, also with a typo. */
  long whole() {
    return fits.values().stream().filter(fit -> fit.criteria(words) == words.criteria()).count();
  }

  /** How many fit everything that was said, exactly or by its beginning. */
  long sure() {
    return fits.values().stream()
        .filter(fit -> fit.criteria(words) == words.criteria())
        .filter(fit -> words.names().isEmpty() || fit.name() <= 2)
        .count();
  }

  /** Those who fit most of what was said, the closest first. */
  List<Fit> best() {
    int most = fits.values().stream().mapToInt(fit -> fit.criteria(words)).max().orElse(0);
    return fits.values().stream()
        .filter(fit -> fit.criteria(words) == most)
        .sorted(
            Comparator.comparingInt(Fit::name)
                .thenComparing(Fit::sortName)
                .thenComparing(fit -> fit.patient().value()))
        .toList();
  }

  /** True when a birth date was said and nobody with that name has it. */
  boolean otherBirthDate() {
    return words.birthDate().isPresent()
        && !words.names().isEmpty()
        && best().stream().noneMatch(Fit::birth);
  }

  private void put(Fit fit) {
    fits.merge(fit.patient(), fit, Ranking::both);
  }

  private static Fit both(Fit one, Fit other) {
    Fit closer = other.name() < one.name() ? other : one;
    return new Fit(
        one.organization(),
        one.patient(),
        one.birth() || other.birth(),
        one.number() || other.number(),
        closer.name(),
        closer.sortName());
  }
}
