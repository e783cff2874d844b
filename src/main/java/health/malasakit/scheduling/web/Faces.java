package health.malasakit.scheduling.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.Folding;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.VisitNotices;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.answers.Confirmation;
import health.malasakit.scheduling.answers.VisitConfirmations;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names of those in a visit, asked for all visits of a screen at once. */
@Component
class Faces {

  /** Two who could be taken for each other. */
  record Pair(PatientCard her, PatientCard other) {}

  /**
   * What ids stand for; ids that are not to be seen are absent.
   *
   * @param hidden confidential visits, while somebody who speaks for the patient is on the line
   */
  record Names(
      Set<VisitId> hidden,
      Map<SiteId, Site> sites,
      Map<PractitionerId, Practitioner> practitioners,
      Map<VisitTypeId, VisitType> types,
      Map<PatientId, PatientCard> patients,
      Map<PatientId, Pair> namesakes,
      Map<VisitId, Confirmation> confirmed,
      String restricted) {

    /** That she said she comes, at the time that the visit has. */
    Optional<Confirmation> confirmed(Visit visit) {
      return Optional.ofNullable(confirmed.get(visit.id()));
    }

    String site(SiteId id) {
      var site = sites.get(id);
      return site == null ? "" : site.name();
    }

    String practitioner(Optional<PractitionerId> id) {
      return id.map(practitioners::get).map(Practitioner::name).orElse("");
    }

    String type(Visit visit) {
      return visit
          .place()
          .type()
          .map(types::get)
          .map(VisitType::name)
          .orElse(visit.place().title());
    }

    /** How the two meet; what a file told was in person as far as anybody knows. */
    VisitType.Modality meets(Visit visit) {
      return visit
          .place()
          .type()
          .map(types::get)
          .map(type -> type.details().modality())
          .orElse(VisitType.Modality.IN_PERSON);
    }

    String patient(Visit visit) {
      var card = patients.get(visit.patient());
      return card == null || closed(visit) ? restricted : card.name();
    }

    /** Somebody else of the clinic among these with the same name; restricted ones are not told. */
    Optional<Pair> sameName(Visit visit) {
      return closed(visit) ? Optional.empty() : Optional.ofNullable(namesakes.get(visit.patient()));
    }

    /** Whether somebody said that she has died. */
    boolean died(PatientId id) {
      return Optional.ofNullable(patients.get(id)).map(PatientCard::deceased).orElse(false);
    }

    /** What is closed gives a list no name and none of what {@link #openly} asks for. */
    boolean closed(Visit visit) {
      return !patients.containsKey(visit.patient()) || hidden.contains(visit.id());
    }

    /** A fact of a visit for a list; nothing when the record is restricted. */
    String openly(Visit visit, Supplier<String> fact) {
      return closed(visit) ? "" : fact.get();
    }
  }

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Patients patients;
  private final RecordGate gate;
  private final VisitNotices notices;
  private final VisitConfirmations confirmations;
  private final SchedulingWords sayings;

  Faces(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      Patients patients,
      RecordGate gate,
      VisitNotices notices,
      VisitConfirmations confirmations,
      SchedulingWords sayings) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.patients = patients;
    this.gate = gate;
    this.notices = notices;
    this.confirmations = confirmations;
    this.sayings = sayings;
  }

  Names of(Collection<Visit> visits) {
    var cards = open(patients.cards(visits.stream().map(Visit::patient).distinct().toList()));
    return new Names(
        hidden(visits),
        sites.byIds(visits.stream().map(Visit::site).distinct().toList()),
        practitioners.byIds(
            visits.stream()
                .flatMap(one -> one.place().practitioner().stream())
                .distinct()
                .toList()),
        types.byIds(
            visits.stream().flatMap(one -> one.place().type().stream()).distinct().toList()),
        cards,
        namesakes(cards.values()),
        confirmed(visits),
        sayings.say(gate.duringCall() ? "closed_in_call" : "restricted"));
  }

  private Map<VisitId, Confirmation> confirmed(Collection<Visit> visits) {
    var confirmed = new HashMap<VisitId, Confirmation>();
    visits.stream()
        .filter(one -> one.status() instanceof VisitStatus.Booked)
        .collect(
            Collectors.groupingBy(
                Visit::organization, Collectors.mapping(Visit::id, Collectors.toSet())))
        .forEach((clinic, ids) -> confirmed.putAll(confirmations.of(clinic, ids)));
    return confirmed;
  }

  private Set<VisitId> hidden(Collection<Visit> visits) {
    return visits.stream()
        .filter(Visit::confidential)
        .filter(one -> gate.heardByOthers(one.organization(), one.patient()))
        .map(Visit::id)
        .collect(Collectors.toSet());
  }

  private record SameName(OrganizationId organization, String folded) {}

  /** Each name is folded once: a day may hold hundreds. */
  private static Map<PatientId, Pair> namesakes(Collection<PatientCard> cards) {
    var byName =
        cards.stream()
            .collect(
                Collectors.groupingBy(
                    card -> new SameName(card.organization(), Folding.fold(card.name()))));
    var found = new HashMap<PatientId, Pair>();
    byName.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(same ->
            same.forEach(her -> {
              var other = same.getFirst().equals(her) ? same.get(1) : same.getFirst();
              found.put(her.id(), new Pair(her, other));
            }));
    return found;
  }

  private Map<PatientId, PatientCard> open(Map<PatientId, PatientCard> cards) {
    var shown = new HashMap<>(cards);
    cards.values().stream()
        .collect(
            Collectors.groupingBy(
                PatientCard::organization, Collectors.mapping(PatientCard::id, Collectors.toSet())))
        .forEach((clinic, ids) -> shown.keySet().removeAll(gate.closed(clinic, ids)));
    return shown;
  }

  /** What is to be known beside a visit that is still to come. */
  List<String> beside(Visit visit) {
    return notices.beside(List.of(visit)).words(visit);
  }

  /** The same beside a held time. */
  List<String> beside(Hold hold) {
    return notices.beside(hold);
  }

  /** Her own zone when it is known. */
  Optional<ZoneId> zoneOf(OrganizationId organization, PatientId patient) {
    return patients.find(organization, patient).flatMap(known -> known.facts().zone());
  }

  /** The patient for whom a time is looked for; refused when nobody may book for her now. */
  Optional<PatientCard> card(PatientId patient) {
    var card = Optional.ofNullable(patients.cards(List.of(patient)).get(patient));
    card.ifPresent(known -> gate.checkBooking(known.organization(), patient));
    return card;
  }
}
