package health.malasakit.desk.numbers;

import health.malasakit.ui.Errors;
import java.util.List;

/**
 * Numbers and e-mails that had been taken over wrongly, the latest first.
 *
 * @param number as it was typed
 * @param words why it was wrong, as typed
 */
record MistypedPage(
    String slug,
    String clinic,
    String number,
    String words,
    List<Corrected> corrected,
    Errors errors) {

  /** A number or an e-mail, why it was wrong, who set it right, and when. */
  record Corrected(String number, String words, String by, String at) {

    @Override
    public String toString() {
      return "Corrected";
    }
  }

  @Override
  public String toString() {
    return "MistypedPage[" + slug + "]";
  }
}
