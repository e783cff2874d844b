package health.malasakit.inquiries.texts;

import health.malasakit.directory.Clinic;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Sentences;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is answered by itself: the clinic's neutral name and fixed words. No word of a patient, and
 * none of what she wrote.
 */
final class ReplyWords {

  private ReplyWords() {}

  /** Who answers, and the number that was written to. */
  record From(Clinic clinic, String writtenTo) {

    /** Where somebody answers; as long as the clinic says no number, the one written to. */
    String phone() {
      return clinic.numbers().stream()
          .findFirst()
          .map(number -> number.phone().shown())
          .orElseGet(() -> Phone.of(writtenTo).shown());
    }
  }

  /**
   * An answer in each of these languages.
   *
   * @param code of the answer
   * @param when the visit is, where it says so; else empty
   */
  static String of(String code, List<String> languages, String when, From from) {
    var name = from.clinic().profile().openName();
    var words =
        languages.stream()
            .map(language ->
                Sentences.of("incoming.reply." + code + "." + language, from.phone(), when))
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? words : name + ": " + words;
  }
}
