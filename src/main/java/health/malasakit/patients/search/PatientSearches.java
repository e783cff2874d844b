package health.malasakit.patients.search;

import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.person.NameKeys;
import health.malasakit.patients.person.PatientPhone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finding a patient of the clinics in scope by what somebody said. */
@Component
public class PatientSearches {

  /** A longer list is no list: say more. */
  public static final int SHOWN_MAX = 10;

  /** A number of more people than this points to nobody. */
  static final int PEOPLE_ON_A_NUMBER_MAX = 6;

  /** From so many people of that name on, nobody is looked for under a mistyped one. */
  private static final int SURE_ENOUGH = 3;

  private static final int SIMILAR_MAX = 8;

  /** More words than this are not a name; every pair of them is asked for. */
  private static final int SCATTERED_MAX = 6;

  private static final int MEANT_MAX = 2;

  /** So many words at most with what was perhaps meant by them. */
  private static final int PARTS_MAX = 12;

  private final SearchStore store;
  private final NumberStore numbers;
  private final FoundPatients found;
  private final ObjectProvider<SharedNumbers> sharedNumbers;
  private final Audit audit;

  PatientSearches(
      SearchStore store,
      NumberStore numbers,
      FoundPatients found,
      ObjectProvider<SharedNumbers> sharedNumbers,
      Audit audit) {
    this.store = store;
    this.numbers = numbers;
    this.found = found;
    this.sharedNumbers = sharedNumbers;
    this.audit = audit;
  }

  /**
   * The patients of the clinics in scope whom these words may mean, closest first, ten at most; one
   * audit line per clinic says that they were listed. While a caller is on the line nobody but whom
   * she is proven for: a search would answer "match" without end.
   */
  @Transactional
  public SearchResult search(SearchWords words) {
    if (words.isEmpty()) {
      return SearchResult.NOTHING;
    }
    Set<OrganizationId> clinics = Scopes.current().organizations();
    Ranking ranking = ranked(clinics, words);
    boolean duringCall = found.duringCall();
    List<Ranking.Fit> best = duringCall ? found.open(ranking.best()) : ranking.best();
    List<Found> shown = found.show(best.stream().limit(SHOWN_MAX).toList());
    shown.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.card().organization(),
                Collectors.mapping(one -> one.card().id(), Collectors.toList())))
        .forEach((clinic, patients) -> audit.listed(clinic, "search", patients));
    boolean otherBirthDate = !duringCall && ranking.otherBirthDate();
    return new SearchResult(shown, best.size() > SHOWN_MAX, otherBirthDate);
  }

  /**
   * The few closest of all, whoever is on the line: for who said why she looks for somebody whom
   * the call is not about. Writes no audit.
   */
  @Transactional(readOnly = true)
  public List<PatientCard> closest(SearchWords words, int max) {
    if (words.isEmpty()) {
      return List.of();
    }
    var best = ranked(Scopes.current().organizations(), words).best();
    return found.cards(best.stream().limit(max).toList());
  }

  private Ranking ranked(Set<OrganizationId> clinics, SearchWords words) {
    var ranking = new Ranking(words);
    byNumbers(clinics, words, ranking);
    byName(clinics, words, ranking);
    return ranking;
  }

  /**
   * Who may be calling from this number, in one clinic. Nobody when it is the clinic's own, belongs
   * to more than six people, or is not a safe number of who has it. Writes no audit.
   */
  @Transactional(readOnly = true)
  public List<PatientCard> candidatesByPhone(OrganizationId clinic, Phone phone) {
    String lastTen = PatientPhone.lastTen(phone);
    if (sharedNumbers.stream().anyMatch(known -> known.pointsToNobody(clinic, lastTen))) {
      return List.of();
    }
    return found.owners(owners(Set.of(clinic), Set.of(lastTen)));
  }

  private void byNumbers(Set<OrganizationId> clinics, SearchWords words, Ranking ranking) {
    if (words.numbers().isEmpty()) {
      return;
    }
    owners(clinics, words.numbers())
        .forEach(owner -> ranking.addNumbered(owner.organization(), owner.patient()));
    numbers
        .byRecord(clinics, words.numbers())
        .forEach(owner -> ranking.addNumbered(owner.organization(), owner.patient()));
  }

  /** Owners of numbers that may show them: few enough people, and safe contact kept. */
  private List<NumberStore.Owner> owners(
      Set<OrganizationId> clinics, java.util.Collection<String> lastTens) {
    Map<Object, List<NumberStore.Owner>> byNumber =
        numbers.byPhone(clinics, lastTens).stream()
            .collect(Collectors.groupingBy(one -> List.of(one.organization(), one.lastTen())));
    return byNumber.values().stream()
        .filter(sharing -> sharing.size() <= PEOPLE_ON_A_NUMBER_MAX)
        .flatMap(sharing ->
            sharing.stream()
                .filter(one -> !one.safeOnly() || (one.safeHere() && sharing.size() == 1)))
        .toList();
  }

  private void byName(Set<OrganizationId> clinics, SearchWords words, Ranking ranking) {
    if (words.names().isEmpty()) {
      words.birthDate().ifPresent(birth -> ranking.add(store.byBirth(clinics, birth)));
      return;
    }
    if (words.birthDate().isPresent()) {
      byNameAndBirth(clinics, words, ranking);
      if (ranking.whole() > 0) {
        return;
      }
    }
    ranking.splits().forEach(split -> ranking.add(store.byName(clinics, split)));
    if (ranking.sure() < SURE_ENOUGH) {
      scattered(clinics, words.names(), words.names(), ranking);
      byTypo(clinics, words, ranking);
    }
    int said = words.names().size();
    if (ranking.whole() == 0 && said >= Scattered.WORDS_MIN && said <= SCATTERED_MAX) {
      int each = Math.min(MEANT_MAX, PARTS_MAX / said - 1);
      var meant = words.names().stream().flatMap(word -> nearest(clinics, word, each)).toList();
      scattered(clinics, words.names(), meant, ranking);
    }
  }

  /** A word and what was perhaps meant by it, few enough for every pair to be asked for. */
  private Stream<String> nearest(Set<OrganizationId> clinics, String word, int meant) {
    return Stream.concat(Stream.of(word), similar(clinics, word).stream().limit(meant));
  }

  /** Looks for two parts of a name among these words, then asks whether all that was said fits. */
  private void scattered(
      Set<OrganizationId> clinics, List<String> said, List<String> parts, Ranking ranking) {
    if (said.size() < Scattered.WORDS_MIN || said.size() > SCATTERED_MAX) {
      return;
    }
    store.bySeveral(clinics, parts).stream()
        .collect(
            Collectors.groupingBy(
                SearchStore.Candidate::organization,
                Collectors.mapping(SearchStore.Candidate::patient, Collectors.toSet())))
        .forEach((clinic, patients) -> ranking.addScattered(store.ways(clinic, patients)));
  }

  private void byNameAndBirth(Set<OrganizationId> clinics, SearchWords words, Ranking ranking) {
    var birth = words.birthDate().orElseThrow();
    ranking.splits().forEach(split -> ranking.add(store.byNameAndBirth(clinics, split, birth)));
    if (ranking.sure() == 0) {
      ranking.add(store.byBirth(clinics, birth));
    }
  }

  private void byTypo(Set<OrganizationId> clinics, SearchWords words, Ranking ranking) {
    Map<String, List<String>> meant = new HashMap<>();
    for (NameMatch.Split split : ranking.splits()) {
      boolean oneSide = split.family().isEmpty() || split.given().isEmpty();
      if (oneSide && words.names().size() > 1) {
        continue;
      }
      List<String> families =
          meant.computeIfAbsent(split.family(), typed -> similar(clinics, typed));
      List<String> givens = meant.computeIfAbsent(split.given(), typed -> similar(clinics, typed));
      if (!families.isEmpty()) {
        ranking.add(store.byFamilies(clinics, families, split.given()));
      }
      if (!givens.isEmpty() && split.family().isEmpty()) {
        ranking.add(store.byGivens(clinics, givens));
      } else if (!givens.isEmpty()) {
        ranking.add(store.byBoth(clinics, with(split.family(), families), givens));
      }
    }
  }

  /** Name parts of these clinics that were perhaps meant, the nearest first. */
  private List<String> similar(Set<OrganizationId> clinics, String typed) {
    Set<String> keys = NameKeys.of(typed);
    if (keys.isEmpty()) {
      return List.of();
    }
    return store.similar(clinics, keys).stream()
        .filter(part -> !part.equals(typed) && NameMatch.side(typed, part) < NameMatch.NONE)
        .sorted(
            Comparator.comparingInt((String part) -> NameMatch.side(typed, part))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SIMILAR_MAX)
        .toList();
  }

  private static List<String> with(String typed, List<String> similar) {
    return new ArrayList<>(
        Stream.concat(Stream.of(typed), similar.stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }
}
