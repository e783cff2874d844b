package health.malasakit.inquiries.codes;

import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.PatientLanguage;
import java.util.Set;

/** What the text with a code says: the clinic's neutral name, the code, and to whom to say it. */
final class CodeText {

  private static final String USUAL = "en";
  private static final Set<String> FILIPINO = Set.of("tl", "fil");

  private CodeText() {}

  /** In the language in which she reads; English when there are no words of ours in it. */
  static String of(Patient patient, String neutralName, String code) {
    return Sentences.of("codes.text." + language(patient), neutralName, code, Codes.MINUTES);
  }

  private static String language(Patient patient) {
    var known = patient.facts().languages();
    var tag =
        PatientLanguage.ofLetters(known)
            .or(() -> known.stream().filter(PatientLanguage::preferred).findFirst())
            .map(PatientLanguage::tag)
            .orElse(USUAL);
    var language = tag.split("-", 2)[0];
    if (FILIPINO.contains(language)) {
      return "tl";
    }
    return language.equals("es") ? "es" : USUAL;
  }
}
