package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.Refused;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All red flags, the worst first; read once from {@code inquiries/red_flags.csv}. */
@Component
public class RedFlags {

  private static final Comparator<RedFlag> WORST_FIRST =
      Comparator.comparing(RedFlag::action)
          .thenComparingInt(RedFlag::level)
          .thenComparing(RedFlag::code);

  private final List<RedFlag> all;
  private final List<RedFlag.Hotline> hotlines;

  RedFlags() {
    this(FlagRows.read("/inquiries/red_flags.csv"), FlagRows.read("/inquiries/hotlines.csv"));
  }

  RedFlags(List<Map<String, String>> flags, List<Map<String, String>> hotlines) {
    this.hotlines = hotlines.stream().map(RedFlags::hotline).toList();
    var lines =
        this.hotlines.stream().collect(Collectors.toMap(RedFlag.Hotline::code, line -> line));
    this.all = flags.stream().map(row -> flag(row, lines)).sorted(WORST_FIRST).toList();
  }

  /** Every flag, the worst first. */
  public List<RedFlag> all() {
    return all;
  }

  /** Every line that callers in the US can dial. */
  public List<RedFlag.Hotline> hotlines() {
    return hotlines;
  }

  /**
   * One flag.
   *
   * @throws Refused not found, code {@code red_flag.none}
   */
  public RedFlag get(String code) {
    return all.stream()
        .filter(flag -> flag.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("red_flag.none"));
  }

  /** Flags of which some word begins with each word that is typed; all when nothing is. */
  public List<RedFlag> found(String typed) {
    return all.stream().filter(flag -> flag.isFoundBy(typed)).toList();
  }

  /** Flags whose danger words stand in a free text, such as a message; a person judges. */
  public List<RedFlag> matching(String words) {
    var folded = FoldedWords.of(words);
    return all.stream().filter(flag -> flag.standsIn(folded)).toList();
  }

  private static RedFlag flag(Map<String, String> row, Map<String, RedFlag.Hotline> lines) {
    return new RedFlag(
        FlagRows.cell(row, "code"),
        FlagRows.cell(row, "category"),
        FlagRows.cell(row, "signs"),
        Integer.parseInt(FlagRows.cell(row, "level")),
        action(FlagRows.cell(row, "action")),
        FlagRows.cell(row, "script"),
        Integer.parseInt(FlagRows.cell(row, "seconds_max")),
        FlagRows.cell(row, "do_not"),
        Arrays.stream(FlagRows.cell(row, "hotlines").split(" "))
            .filter(code -> !code.isEmpty())
            .map(code -> known(lines, code))
            .toList(),
        Arrays.stream(FlagRows.cell(row, "danger_words").split("\\|"))
            .map(FoldedWords::of)
            .toList(),
        source(row));
  }

  private static RedFlag.Hotline known(Map<String, RedFlag.Hotline> lines, String code) {
    var line = lines.get(code);
    if (line == null) {
      throw new IllegalStateException("inquiries/red_flags.csv names no hotline: " + code);
    }
    return line;
  }

  private static RedFlag.Hotline hotline(Map<String, String> row) {
    return new RedFlag.Hotline(
        FlagRows.cell(row, "code"),
        FlagRows.cell(row, "name"),
        FlagRows.cell(row, "say"),
        FlagRows.cell(row, "number"),
        FlagRows.cell(row, "note"),
        source(row));
  }

  private static RedFlag.Source source(Map<String, String> row) {
    return new RedFlag.Source(
        FlagRows.cell(row, "source"), FlagRows.cell(row, "state").equals("verified"));
  }

  private static RedFlag.Action action(String code) {
    return switch (code) {
      case "911_now" -> RedFlag.Action.CALL_911;
      case "988_offer_and_stay" -> RedFlag.Action.STAY_AND_OFFER_988;
      case "nurse_warm_transfer_now" -> RedFlag.Action.NURSE_NOW;
      case "supervisor_and_clinician" -> RedFlag.Action.SUPERVISOR_AND_CLINICIAN;
      case "supervisor" -> RedFlag.Action.SUPERVISOR;
      case "same_day_clinical" -> RedFlag.Action.CLINICIAN_TODAY;
      default -> throw new IllegalStateException("inquiries/red_flags.csv: no action " + code);
    };
  }
}
