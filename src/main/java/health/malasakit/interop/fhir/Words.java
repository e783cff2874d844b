package health.malasakit.interop.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Texts of a file on their way into ours: never null, one line, without control characters. */
final class Words {

  private Words() {}

  static String of(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip();
  }

  /** All of a list, a space between. */
  static String of(List<? extends PrimitiveType<String>> texts) {
    return texts.stream()
        .map(text -> of(text.getValue()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** What a coded thing is called: its text, or the first word of its codes, or a code. */
  static String of(CodeableConcept concept) {
    return first(
        Stream.of(
            Stream.of(of(concept.getText())),
            concept.getCoding().stream().map(Coding::getDisplay).map(Words::of),
            concept.getCoding().stream().map(Coding::getCode).map(Words::of)));
  }

  /** The first text that is not empty. */
  static String first(String... texts) {
    return first(Stream.of(Arrays.stream(texts)));
  }

  /** At most so many characters, whole ones. */
  static String atMost(String text, int chars) {
    return text.codePointCount(0, text.length()) <= chars
        ? text
        : text.substring(0, text.offsetByCodePoints(0, chars));
  }

  private static String first(Stream<Stream<String>> texts) {
    return texts.flatMap(each -> each).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }
}
