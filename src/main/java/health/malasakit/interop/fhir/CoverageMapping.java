package health.malasakit.interop.fhir;

import health.malasakit.coverage.Basis;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Identifier;

/** Coverage of FHIR R4 to ours. What the file does not say stays unsaid. */
final class CoverageMapping {

  private static final int CHARS_MAX = 200;
  private static final int PLACE_MAX = 3;

  /**
   * Codes that say who runs the coverage: HL7 v3 ActCode, and the Source of Payment Typology 9.2
   * (nahdo.org/sopt), read 2026-11-23.
   */
  private static final Map<String, Programme> PROGRAMMES =
      Map.ofEntries(
          Map.entry("1", Programme.MEDICARE),
          Map.entry("11", Programme.MEDICARE_ADVANTAGE),
          Map.entry("111", Programme.MEDICARE_ADVANTAGE),
          Map.entry("112", Programme.MEDICARE_ADVANTAGE),
          Map.entry("12", Programme.MEDICARE),
          Map.entry("121", Programme.MEDICARE),
          Map.entry("2", Programme.MEDICAID),
          Map.entry("21", Programme.MEDICAID),
          Map.entry("22", Programme.MEDICAID),
          Map.entry("29", Programme.MEDICAID),
          Map.entry("311", Programme.TRICARE),
          Map.entry("32", Programme.VA),
          Map.entry("5", Programme.COMMERCIAL),
          Map.entry("51", Programme.COMMERCIAL),
          Map.entry("52", Programme.COMMERCIAL),
          Map.entry("81", Programme.SELF_PAY),
          Map.entry("EHCPOL", Programme.COMMERCIAL),
          Map.entry("pay", Programme.SELF_PAY));

  /** Names under which files put a programme. */
  private static final Map<String, Programme> NAMES =
      Map.of(
          "medicare", Programme.MEDICARE,
          "medicare advantage", Programme.MEDICARE_ADVANTAGE,
          "medicaid", Programme.MEDICAID,
          "tricare", Programme.TRICARE,
          "veterans affairs", Programme.VA,
          "no_insurance", Programme.SELF_PAY,
          "self pay", Programme.SELF_PAY,
          "self-pay", Programme.SELF_PAY,
          "private", Programme.COMMERCIAL);

  private static final Set<String> PLAN_CLASSES = Set.of("plan", "group");

  private CoverageMapping() {}

  /**
   * What a coverage says.
   *
   * @param payer the payer's name, when the file gives one by reference; else empty
   */
  static PolicyFacts map(Coverage coverage, String payer) {
    requireInForce(coverage);
    String name =
        Words.first(
            coverage.getPayor().stream()
                .map(each -> Words.of(each.getDisplay()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(""),
            payer);
    Programme programme = programme(coverage.getType(), name);
    if (name.isEmpty() && programme != Programme.SELF_PAY) {
      throw new NotTaken("Coverage.payor", Refusal.said("coverage.payer"));
    }
    return new PolicyFacts(
        Words.atMost(Words.first(name, "Self-pay"), CHARS_MAX),
        programme,
        Optional.empty(),
        plan(coverage, name),
        memberId(coverage),
        subscriber(coverage),
        Words.atMost(Words.of(coverage.getSubscriber().getDisplay()), CHARS_MAX),
        place(coverage),
        Days.of(coverage.getPeriod().getStartElement()),
        Days.of(coverage.getPeriod().getEndElement()),
        Basis.FILE);
  }

  private static void requireInForce(Coverage coverage) {
    switch (coverage.getStatus()) {
      case ACTIVE, NULL -> {}
      case CANCELLED -> {
        if (!coverage.getPeriod().hasEnd()) {
          throw status(Refusal.said("coverage.cancelled"));
        }
      }
      case DRAFT -> throw status(Refusal.said("coverage.draft"));
      case ENTEREDINERROR -> throw status(Refusal.said("coverage.error"));
      case null -> {}
    }
  }

  private static NotTaken status(String rule) {
    return new NotTaken("Coverage.status", rule);
  }

  private static Programme programme(CodeableConcept type, String payer) {
    return Stream.concat(
            type.getCoding().stream().map(Coding::getCode).map(PROGRAMMES::get),
            Stream.of(Words.of(type.getText()), payer)
                .map(words -> NAMES.get(words.toLowerCase(Locale.ROOT))))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(Programme.UNKNOWN);
  }

  /** The plan's name, or its kind as the file calls it when that is not just the payer again. */
  private static String plan(Coverage coverage, String payer) {
    String byClass =
        coverage.getClass_().stream()
            .filter(each ->
                each.getType().getCoding().stream()
                    .anyMatch(coding -> PLAN_CLASSES.contains(Words.of(coding.getCode()))))
            .map(each -> Words.first(Words.of(each.getName()), Words.of(each.getValue())))
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("");
    String kind = Words.of(coverage.getType());
    return Words.atMost(Words.first(byClass, kind.equals(payer) ? "" : kind), CHARS_MAX);
  }

  private static String memberId(Coverage coverage) {
    String byType =
        coverage.getIdentifier().stream()
            .filter(number ->
                number.getType().getCoding().stream().anyMatch(type -> "MB".equals(type.getCode())))
            .map(Identifier::getValue)
            .map(Words::of)
            .findFirst()
            .orElse("");
    return Words.atMost(Words.first(byType, Words.of(coverage.getSubscriberId())), CHARS_MAX);
  }

  /** FHIR says what the patient is to the subscriber; we say what the subscriber is to her. */
  private static Subscriber subscriber(Coverage coverage) {
    return coverage.getRelationship().getCoding().stream()
        .map(coding -> Words.of(coding.getCode()))
        .map(code ->
            switch (code) {
              case "self" -> Subscriber.SELF;
              case "spouse" -> Subscriber.SPOUSE;
              case "child" -> Subscriber.PARENT;
              case "parent", "common", "other", "injured" -> Subscriber.OTHER;
              default -> Subscriber.UNKNOWN;
            })
        .findFirst()
        .orElse(Subscriber.UNKNOWN);
  }

  private static int place(Coverage coverage) {
    return coverage.hasOrder() ? Math.clamp(coverage.getOrder(), 1, PLACE_MAX) : 1;
  }
}
