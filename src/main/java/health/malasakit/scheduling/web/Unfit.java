package health.malasakit.scheduling.web;

import health.malasakit.directory.Practitioners;
import health.malasakit.directory.VisitType;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.Elsewhere;
import health.malasakit.scheduling.Opening;
import health.malasakit.scheduling.PastVisits;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.licence.Licences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why an opening is taken only with a reason: as the rules of booking would refuse it without. */
@Component
class Unfit {

  private final Visits visits;
  private final PastVisits past;
  private final Practitioners practitioners;
  private final Licences licences;
  private final Elsewhere elsewhere;

  Unfit(
      Visits visits,
      PastVisits past,
      Practitioners practitioners,
      Licences licences,
      Elsewhere elsewhere) {
    this.visits = visits;
    this.past = past;
    this.practitioners = practitioners;
    this.licences = licences;
    this.elsewhere = elsewhere;
  }

  /** Says of each opening what speaks against it; empty when nothing does. */
  Function<Opening, String> in(OpeningsQuestion question) {
    if (question.patient().isEmpty()) {
      return opening -> "";
    }
    var card = question.patient().get();
    var moving = question.form().moves().map(visits::get);
    var sameKind = moving.filter(visit -> keepsItsKind(visit, question));
    return opening ->
        question.kind(opening).stream()
            .flatMap(type ->
                Stream.of(
                    sameKind.isPresent() ? NOTHING : notForHer(type, card, opening),
                    withTheSame(sameKind, opening) ? NOTHING : unlicensed(type, card, opening)))
            .flatMap(Optional::stream)
            .map(Refused::sentence)
            .collect(Collectors.joining(" "));
  }

  /** What only warns: at whose time the practitioner is busy at another of her clinics. */
  Map<Opening, String> elsewhere(List<Opening> found) {
    return elsewhere.among(found);
  }

  private static final Optional<Refused> NOTHING = Optional.empty();

  private Optional<Refused> notForHer(VisitType type, PatientCard card, Opening opening) {
    return type.details().patients() == VisitType.Patients.ANY
        ? NOTHING
        : past.standing(
                card.organization(),
                card.id(),
                opening.where().practitioner(),
                opening.time().date())
            .against(type);
  }

  private Optional<Refused> unlicensed(VisitType type, PatientCard card, Opening opening) {
    if (type.details().modality() == VisitType.Modality.IN_PERSON) {
      return NOTHING;
    }
    var one = practitioners.get(opening.where().practitioner());
    return licences.of(one, type, card.organization(), card.id()).against();
  }

  private static boolean withTheSame(Optional<Visit> moving, Opening opening) {
    return moving
        .flatMap(visit -> visit.place().practitioner())
        .filter(opening.where().practitioner()::equals)
        .isPresent();
  }

  private static boolean keepsItsKind(Visit moving, OpeningsQuestion question) {
    return moving
        .place()
        .type()
        .filter(known ->
            question.kinds().stream()
                .filter(type -> type.id().equals(known))
                .anyMatch(type -> type.name().equals(question.form().type())))
        .isPresent();
  }
}
