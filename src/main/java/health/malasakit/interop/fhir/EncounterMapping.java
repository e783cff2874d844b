package health.malasakit.interop.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;

/**
 * Encounter of FHIR R4 as a past visit. What did not take place, or not yet, is not history.
 *
 * @param title what it was, in the words of the file
 * @param places where it was: its locations, then who gave it
 * @param people who saw the patient
 */
record EncounterMapping(
    String title, Instant start, Instant end, List<Reference> places, List<Reference> people) {

  private static final int TITLE_CHARS_MAX = 200;

  /**
   * A past visit.
   *
   * @throws NotTaken when it is none, or does not say when it was
   */
  static EncounterMapping map(Encounter encounter, Instant now) {
    requireFinished(encounter);
    Instant start =
        moment(encounter.getPeriod().getStartElement(), "start")
            .orElseThrow(() -> new NotTaken("Encounter.period.start", Refusal.said("visit.start")));
    if (start.isAfter(now)) {
      throw new NotTaken("Encounter.period.start", Refusal.said("visit.future"));
    }
    Instant end = moment(encounter.getPeriod().getEndElement(), "end").orElse(start);
    if (end.isBefore(start)) {
      throw new NotTaken("Encounter.period.end", Refusal.said("period.order"));
    }
    return new EncounterMapping(title(encounter), start, end, places(encounter), people(encounter));
  }

  private static void requireFinished(Encounter encounter) {
    switch (encounter.getStatus()) {
      case FINISHED -> {}
      case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> throw status(Refusal.said("visit.going_on"));
      case CANCELLED -> throw status(Refusal.said("visit.cancelled"));
      case PLANNED -> throw status(Refusal.said("visit.planned"));
      case ENTEREDINERROR -> throw status(Refusal.said("visit.error"));
      case UNKNOWN, NULL -> throw status(Refusal.said("visit.status"));
      case null -> throw status(Refusal.said("visit.status"));
    }
  }

  private static NotTaken status(String rule) {
    return new NotTaken("Encounter.status", rule);
  }

  /** A day without an hour, or an hour without a zone, is no moment. */
  private static Optional<Instant> moment(DateTimeType time, String element) {
    if (!time.hasValue()) {
      return Optional.empty();
    }
    boolean exact =
        time.getPrecision() == TemporalPrecisionEnum.SECOND
            || time.getPrecision() == TemporalPrecisionEnum.MILLI
            || time.getPrecision() == TemporalPrecisionEnum.MINUTE;
    if (!exact || time.getTimeZone() == null) {
      throw new NotTaken("Encounter.period." + element, Refusal.said("visit.time"));
    }
    return Optional.of(time.getValue().toInstant());
  }

  private static String title(Encounter encounter) {
    String type =
        encounter.getType().stream()
            .map(Words::of)
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("");
    return Words.atMost(
        Words.first(
            type,
            Words.of(encounter.getClass_().getDisplay()),
            Words.of(encounter.getClass_().getCode()),
            "Visit"),
        TITLE_CHARS_MAX);
  }

  private static List<Reference> places(Encounter encounter) {
    return java.util.stream.Stream.concat(
            encounter.getLocation().stream().map(Encounter.EncounterLocationComponent::getLocation),
            java.util.stream.Stream.of(encounter.getServiceProvider()))
        .filter(ResourceKeys::says)
        .toList();
  }

  private static List<Reference> people(Encounter encounter) {
    return encounter.getParticipant().stream()
        .map(Encounter.EncounterParticipantComponent::getIndividual)
        .filter(ResourceKeys::says)
        .filter(who -> !Words.of(who.getReference()).contains("RelatedPerson"))
        .toList();
  }

  /** Prints no fact about a person. */
  @Override
  public String toString() {
    return "EncounterMapping[]";
  }
}
