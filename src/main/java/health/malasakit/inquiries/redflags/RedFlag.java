package health.malasakit.inquiries.redflags;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sign at which a person who is no clinician says these words and gets help; she does not judge
 * how ill the caller is.
 *
 * @param code for example {@code RF01}
 * @param level 1 is worst
 * @param script what she says aloud
 * @param secondsMax within which she acts
 * @param never what is not done; empty when nothing is said about it
 * @param hotlines that may help beside 911
 * @param dangerWords folded phrases that callers say or write
 */
public record RedFlag(
    String code,
    String category,
    String signs,
    int level,
    Action action,
    String script,
    int secondsMax,
    String never,
    List<Hotline> hotlines,
    List<String> dangerWords,
    Source source) {

  /** What is done at once, the worst first. */
  public enum Action {
    CALL_911,
    STAY_AND_OFFER_988,
    NURSE_NOW,
    SUPERVISOR_AND_CLINICIAN,
    SUPERVISOR,
    CLINICIAN_TODAY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it is from, and whether somebody has checked it there. */
  public record Source(String name, boolean verified) {}

  /** A line that callers in the US can dial; {@code say} is how she tells it. */
  public record Hotline(
      String code, String name, String say, String number, String note, Source source) {}

  /** Changes with every word that is said or done, so that a clinician confirms it again. */
  public String textHash() {
    var text = String.join("\n", category, signs, action.code(), script, never);
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** The category as a heading: {@code Chest pain}. */
  public String title() {
    return category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1);
  }

  /** The words by which it is found while somebody types. */
  public String findableBy() {
    return FoldedWords.of(category + " " + signs + " " + String.join(" ", dangerWords));
  }

  /** Whether every word of these begins a word of this flag. */
  boolean isFoundBy(String typed) {
    var own = List.of(findableBy().split(" "));
    return Stream.of(FoldedWords.of(typed).split(" "))
        .allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
  }

  /** Whether one of its danger words stands in a text that was folded. */
  boolean standsIn(String folded) {
    var within = " " + folded + " ";
    return dangerWords.stream().anyMatch(phrase -> within.contains(" " + phrase + " "));
  }
}
