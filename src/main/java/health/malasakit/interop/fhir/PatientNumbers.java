package health.malasakit.interop.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/**
 * The numbers of a patient that are kept, and how many are not: social security, passport and
 * licence numbers are dropped, whichever way the file names them.
 *
 * @param telling the kept ones as the file has them, by which others may refer to her
 */
record PatientNumbers(
    List<health.malasakit.patients.Identifier> kept, List<Identifier> telling, int dropped) {

  private static final int LENGTH_MAX = 255;

  /** HL7 table 0203: social security, passport, driver's and other licences. */
  private static final Set<String> DROPPED_TYPES =
      Set.of("SS", "SB", "PPN", "DL", "LN", "CDL", "PASSPORT");

  /** Numbers that a family may share name no one person: member, subscriber, account. */
  private static final Set<String> SHARED_TYPES = Set.of("MB", "SN", "AN", "NIIP", "GI");

  private static final Pattern DROPPED_SYSTEM =
      Pattern.compile(
          "(?i).*(us-ssn|social-?security|2\\.16\\.840\\.1\\.113883\\.4\\.1$|passport"
              + "|2\\.16\\.840\\.1\\.113883\\.4\\.3\\.|4\\.330(\\.|$)|driver|licen[cs]e).*");
  private static final Pattern DROPPED_WORDS =
      Pattern.compile("(?i).*(social security|passport|licen[cs]e).*");
  private static final Pattern LIKE_SSN = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");

  static PatientNumbers of(List<Identifier> all) {
    List<Identifier> telling = new ArrayList<>();
    int dropped = 0;
    for (Identifier number : all) {
      if (!number.hasValue() || number.getValue().length() > LENGTH_MAX) {
        continue;
      }
      if (secret(number)) {
        dropped++;
      } else if (names(number)) {
        telling.add(number);
      }
    }
    return new PatientNumbers(
        telling.stream().map(PatientNumbers::kept).distinct().toList(), telling, dropped);
  }

  private static boolean secret(Identifier number) {
    return codes(number).anyMatch(DROPPED_TYPES::contains)
        || DROPPED_SYSTEM.matcher(system(number)).matches()
        || words(number).anyMatch(word -> DROPPED_WORDS.matcher(word).matches())
        || LIKE_SSN.matcher(number.getValue()).matches();
  }

  private static boolean names(Identifier number) {
    boolean shared = codes(number).anyMatch(SHARED_TYPES::contains);
    boolean old = number.getUse() == Identifier.IdentifierUse.OLD;
    boolean someSystem = !system(number).isEmpty() || medicalRecord(number);
    return !shared && !old && someSystem && system(number).length() <= LENGTH_MAX;
  }

  private static health.malasakit.patients.Identifier kept(Identifier number) {
    boolean medicalRecord = medicalRecord(number);
    String system =
        system(number).isEmpty() ? health.malasakit.patients.Identifier.CLINIC_MRN : system(number);
    return new health.malasakit.patients.Identifier(
        system,
        number.getValue().strip(),
        medicalRecord
            ? health.malasakit.patients.Identifier.Kind.MRN
            : health.malasakit.patients.Identifier.Kind.OTHER);
  }

  private static boolean medicalRecord(Identifier number) {
    return codes(number).anyMatch("MR"::equals);
  }

  private static Stream<String> codes(Identifier number) {
    return number.getType().getCoding().stream()
        .filter(Coding::hasCode)
        .map(coding -> coding.getCode().toUpperCase(java.util.Locale.ROOT));
  }

  private static Stream<String> words(Identifier number) {
    return Stream.concat(
        Stream.of(Words.of(number.getType().getText())),
        number.getType().getCoding().stream().map(coding -> Words.of(coding.getDisplay())));
  }

  private static String system(Identifier number) {
    return Words.of(number.getSystem());
  }

  @Override
  public String toString() {
    return "PatientNumbers[" + kept.size() + ", " + dropped + " dropped]";
  }
}
