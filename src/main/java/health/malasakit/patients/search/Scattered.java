package health.malasakit.patients.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Words of a name in no order that a name has: {@code cruz santos maria} for Maria dela Cruz
 * Santos. Each word has to fit some part of her name, and both sides of it have to be said.
 */
final class Scattered {

  /** Fewer words are divided over the two sides of a name in every way already. */
  static final int WORDS_MIN = 3;

  /** Behind those whose name was said in order. */
  private static final int OUT_OF_ORDER = 2;

  private Scattered() {}

  /**
   * How well the words fit somebody who may be asked for in these ways; empty when one does not.
   */
  static Optional<Integer> quality(List<String> words, Collection<SearchStore.Candidate> ways) {
    int sum = OUT_OF_ORDER;
    boolean family = false;
    boolean given = false;
    for (String word : words) {
      int asFamily = best(word, ways.stream().map(SearchStore.Candidate::family).toList());
      int asGiven = best(word, ways.stream().map(SearchStore.Candidate::given).toList());
      int closest = Math.min(asFamily, asGiven);
      if (closest >= NameMatch.NONE) {
        return Optional.empty();
      }
      family |= asFamily == closest;
      given |= asGiven == closest;
      sum += closest;
    }
    return family && given ? Optional.of(sum) : Optional.empty();
  }

  private static int best(String word, List<String> parts) {
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .mapToInt(part -> NameMatch.side(word, part))
        .min()
        .orElse(NameMatch.NONE);
  }
}
