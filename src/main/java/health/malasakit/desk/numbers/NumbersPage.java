package health.malasakit.desk.numbers;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.ZoneId;
import java.util.List;

/**
 * The numbers of a patient of which somebody said whether texts go there.
 *
 * @param base address of her page
 * @param typed what was typed when something is wrong
 */
record NumbersPage(
    String slug,
    ZoneId zone,
    String name,
    String clinic,
    String base,
    List<Line> numbers,
    ClosedNumbers.Asked typed,
    Errors errors) {

  /**
   * One number.
   *
   * @param id its digits
   */
  record Line(String id, String shown, boolean closed, List<Said> said) {

    @Override
    public String toString() {
      return "Line";
    }
  }

  /**
   * What was said of it.
   *
   * @param how code: closed or opened, and whence it is known
   * @param by who wrote it down; empty for a text from it
   * @param ground how and when it was asked for; empty for none
   */
  record Said(String how, String at, String by, String ground, String words) {

    @Override
    public String toString() {
      return "Said[" + how + "]";
    }
  }

  /** Those that can be opened. */
  List<Choice> closed() {
    return numbers.stream()
        .filter(Line::closed)
        .map(line -> Choice.of(line.id(), line.shown()))
        .toList();
  }

  static final ClosedNumbers.Asked NOTHING = new ClosedNumbers.Asked("", "", "", "");

  @Override
  public String toString() {
    return "NumbersPage[" + base + "]";
  }
}
