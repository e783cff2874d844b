package health.malasakit.patients.search;

import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.Sex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts faces to candidates: cards, what stands beside them, and who could be taken for whom. */
@Component
class FoundPatients {

  private final Patients patients;
  private final NumberStore numbers;
  private final TwinStore twins;
  private final RecordGate gate;

  FoundPatients(Patients patients, NumberStore numbers, TwinStore twins, RecordGate gate) {
    this.patients = patients;
    this.numbers = numbers;
    this.twins = twins;
    this.gate = gate;
  }

  /** A person with what tells her apart. */
  private record Face(PatientCard card, String phone, String place) {}

  List<PatientCard> owners(List<NumberStore.Owner> owners) {
    return List.copyOf(cardsOf(owners.stream().map(NumberStore.Owner::patient).toList()));
  }

  List<PatientCard> cards(List<Ranking.Fit> fits) {
    return List.copyOf(cardsOf(fits.stream().map(Ranking.Fit::patient).toList()));
  }

  private Collection<PatientCard> cardsOf(Collection<PatientId> shown) {
    return patients.cards(shown).values();
  }

  /** Whether only those are listed for whom a caller on the line is proven. */
  boolean duringCall() {
    return gate.duringCall();
  }

  /** Those of them that are open now: that somebody else fits is itself a fact. */
  List<Ranking.Fit> open(List<Ranking.Fit> fits) {
    var byClinic =
        fits.stream()
            .collect(
                Collectors.groupingBy(
                    Ranking.Fit::organization,
                    Collectors.mapping(Ranking.Fit::patient, Collectors.toList())));
    Set<PatientId> closed = new HashSet<>();
    byClinic.forEach((clinic, patients) -> closed.addAll(gate.closed(clinic, patients)));
    return fits.stream().filter(fit -> !closed.contains(fit.patient())).toList();
  }

  List<Found> show(List<Ranking.Fit> fits) {
    var clinics = fits.stream().map(Ranking.Fit::organization).collect(Collectors.toSet());
    List<PatientId> shown = fits.stream().map(Ranking.Fit::patient).toList();
    List<TwinStore.Twin> alike = twins.sameName(clinics, shown);
    Set<PatientId> all = new HashSet<>(shown);
    alike.forEach(twin -> all.add(twin.other()));
    Map<PatientId, Face> faces = faces(clinics, all);
    Set<PatientId> restricted = restricted(faces.values());
    return shown.stream()
        .map(faces::get)
        .filter(Objects::nonNull)
        .map(face ->
            restricted.contains(face.card().id())
                ? new Found(face.card(), "", "", true, Optional.empty())
                : new Found(
                    face.card(),
                    face.phone(),
                    face.place(),
                    false,
                    likeness(face, rivals(face, alike, faces, restricted))))
        .toList();
  }

  private Map<PatientId, Face> faces(Set<OrganizationId> clinics, Collection<PatientId> patients) {
    Map<PatientId, String> phones = beside(numbers.firstPhones(clinics, patients));
    Map<PatientId, String> places = beside(numbers.firstPlaces(clinics, patients));
    Map<PatientId, Face> faces = new HashMap<>();
    for (PatientCard card : cardsOf(patients)) {
      faces.put(
          card.id(),
          new Face(card, phones.getOrDefault(card.id(), ""), places.getOrDefault(card.id(), "")));
    }
    return faces;
  }

  private Set<PatientId> restricted(Collection<Face> faces) {
    Map<OrganizationId, List<PatientId>> byClinic =
        faces.stream()
            .map(Face::card)
            .collect(
                Collectors.groupingBy(
                    PatientCard::organization,
                    Collectors.mapping(PatientCard::id, Collectors.toList())));
    Set<PatientId> restricted = new HashSet<>();
    byClinic.forEach((clinic, patients) -> restricted.addAll(gate.closed(clinic, patients)));
    return restricted;
  }

  /** Same name anywhere in the clinic, or anybody else in the list with the same date or number. */
  private static List<Face> rivals(
      Face face,
      List<TwinStore.Twin> alike,
      Map<PatientId, Face> faces,
      Set<PatientId> restricted) {
    var rivals = new LinkedHashSet<Face>();
    alike.stream()
        .filter(twin -> twin.patient().equals(face.card().id()))
        .flatMap(twin -> Stream.ofNullable(faces.get(twin.other())))
        .forEach(rivals::add);
    rivals.addAll(faces.values());
    return rivals.stream()
        .filter(other -> !other.card().id().equals(face.card().id()))
        .filter(other -> !restricted.contains(other.card().id()))
        .filter(other -> other.card().organization().equals(face.card().organization()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Optional<Found.Likeness> likeness(Face face, List<Face> rivals) {
    return rivals.stream()
        .map(other -> compare(face, other))
        .filter(likeness ->
            likeness.same().contains(Found.Trait.NAME)
                || likeness.same().contains(Found.Trait.BIRTH_DATE)
                || likeness.same().contains(Found.Trait.PHONE))
        .max(java.util.Comparator.comparingInt(likeness -> likeness.same().size()));
  }

  private static Found.Likeness compare(Face one, Face other) {
    var same = EnumSet.noneOf(Found.Trait.class);
    var differs = EnumSet.noneOf(Found.Trait.class);
    for (Found.Trait trait : Found.Trait.values()) {
      String mine = trait(trait, one);
      String theirs = trait(trait, other);
      if (!mine.isEmpty() && !theirs.isEmpty()) {
        (mine.equals(theirs) ? same : differs).add(trait);
      }
    }
    return new Found.Likeness(other.card(), same, differs);
  }

  private static String trait(Found.Trait trait, Face face) {
    return switch (trait) {
      case NAME -> Folding.fold(face.card().name());
      case BIRTH_DATE -> face.card().birthDate().map(Object::toString).orElse("");
      case SEX -> face.card().sex() == Sex.UNKNOWN ? "" : face.card().sex().code();
      case PHONE -> face.phone().isEmpty() ? "" : PatientPhone.lastTen(Phone.of(face.phone()));
      case ADDRESS -> Folding.fold(face.place());
      case MRN -> face.card().mrn();
    };
  }

  private static Map<PatientId, String> beside(List<NumberStore.Beside> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                NumberStore.Beside::patient, NumberStore.Beside::words, (one, more) -> one));
  }
}
