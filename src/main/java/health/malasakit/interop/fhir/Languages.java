package health.malasakit.interop.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Languages of a file as BCP 47. */
final class Languages {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private Languages() {}

  /** The tag of a coded language; empty when it has none, for example a word alone. */
  static Optional<String> tag(CodeableConcept language) {
    return language.getCoding().stream()
        .map(Coding::getCode)
        .map(Words::of)
        .filter(code -> TAG.matcher(code).matches())
        .map(code -> Locale.forLanguageTag(code).toLanguageTag())
        .filter(tag -> !tag.equals("und"))
        .findFirst();
  }
}
