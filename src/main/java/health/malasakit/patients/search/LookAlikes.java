package health.malasakit.patients.search;

import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.Patient;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Patients of one clinic who may be the one being registered. */
@Component
public class LookAlikes {

  /** From so many points on, a person has to say "not she". */
  public static final int ENOUGH = 7;

  private static final int SHOWN_MAX = 5;
  private static final int CANDIDATES_MAX = 300;
  private static final int NAME_FITS = 5;

  private final LookAlikeCandidates candidates;
  private final Patients patients;
  private final NumberStore numbers;
  private final RecordGate gate;
  private final Audit audit;

  LookAlikes(
      LookAlikeCandidates candidates,
      Patients patients,
      NumberStore numbers,
      RecordGate gate,
      Audit audit) {
    this.candidates = candidates;
    this.patients = patients;
    this.numbers = numbers;
    this.gate = gate;
    this.audit = audit;
  }

  /**
   * The five most alike, the most alike first. Who stands beside one registration for the first
   * time is written into the audit as listed, however often it is asked while she types. While a
   * caller is on the line nobody but whom she is proven for: that somebody looks alike says that
   * what she typed is on file. Then it is asked after the call, see {@link #known}.
   *
   * @param registration the registration in progress
   */
  @Transactional
  public List<LookAlike> of(OrganizationId clinic, Sketch sketch, UUID registration) {
    boolean duringCall = gate.duringCall();
    List<LookAlike> alike =
        weighed(clinic, sketch).stream()
            .filter(one -> !duringCall || !one.restricted())
            .limit(SHOWN_MAX)
            .toList();
    List<PatientId> shown = alike.stream().map(one -> one.card().id()).toList();
    audit.drawn(clinic, "look-alikes/" + registration, shown);
    return alike;
  }

  /** Whether somebody else of the clinic looks like this patient. Shows nobody. */
  @Transactional(readOnly = true)
  public boolean known(Patient patient) {
    return weighed(patient.organization(), Sketch.of(patient)).stream()
        .anyMatch(one -> !one.card().id().equals(patient.id()));
  }

  /** Who looks like a patient on file, the most alike first. */
  @Transactional
  public List<LookAlike> of(Patient patient) {
    return of(patient.organization(), Sketch.of(patient), patient.id().value()).stream()
        .filter(one -> !one.card().id().equals(patient.id()))
        .toList();
  }

  List<LookAlike> weighed(OrganizationId clinic, Sketch sketch) {
    Set<PatientId> withNumber = new HashSet<>();
    Map<PatientId, Set<LookAlikeCandidates.Way>> ways = candidates.of(clinic, sketch, withNumber);
    List<PatientId> few = ways.keySet().stream().limit(CANDIDATES_MAX).toList();
    Map<PatientId, String> phones = beside(numbers.firstPhones(Set.of(clinic), few));
    Map<PatientId, String> places = beside(numbers.firstPlaces(Set.of(clinic), few));
    Set<PatientId> restricted = gate.closed(clinic, few);
    return patients.cards(few).values().stream()
        .map(card ->
            weigh(
                sketch,
                card,
                new Known(
                    ways.getOrDefault(card.id(), Set.of()),
                    withNumber.contains(card.id()),
                    phones.getOrDefault(card.id(), ""),
                    places.getOrDefault(card.id(), ""),
                    restricted.contains(card.id()))))
        .filter(one -> one.weight() >= ENOUGH)
        .sorted(
            Comparator.comparingInt(LookAlike::weight)
                .reversed()
                .thenComparing(one -> one.card().id().value()))
        .toList();
  }

  private record Known(
      Set<LookAlikeCandidates.Way> ways,
      boolean sameNumber,
      String phone,
      String place,
      boolean restricted) {}

  private static LookAlike weigh(Sketch sketch, PatientCard card, Known known) {
    int name = known.ways().stream().mapToInt(way -> Likelihood.name(sketch, way)).max().orElse(0);
    int birth = Likelihood.birth(sketch.birthDate(), card.birthDate());
    int place = Likelihood.place(sketch.place(), known.place());
    int phone = known.sameNumber() ? Likelihood.PHONE : 0;
    var same = EnumSet.noneOf(Found.Trait.class);
    var differs = EnumSet.noneOf(Found.Trait.class);
    (name >= NAME_FITS ? same : differs).add(Found.Trait.NAME);
    if (sketch.birthDate().isPresent()) {
      (birth == Likelihood.BIRTH ? same : differs).add(Found.Trait.BIRTH_DATE);
    }
    if (!sketch.lastTen().isEmpty()) {
      (phone > 0 ? same : differs).add(Found.Trait.PHONE);
    }
    if (!sketch.place().isEmpty()) {
      (place > 0 ? same : differs).add(Found.Trait.ADDRESS);
    }
    boolean nameOrBirth = name >= NAME_FITS - 1 || birth == Likelihood.BIRTH;
    int weight = nameOrBirth ? name + birth + place + phone : 0;
    return known.restricted()
        ? new LookAlike(card, "", "", true, saidAnyway(same), Set.of(), weight)
        : new LookAlike(card, known.phone(), known.place(), false, same, differs, weight);
  }

  /** A restricted record says that its birth date was typed, or nothing at all. */
  private static Set<Found.Trait> saidAnyway(Set<Found.Trait> same) {
    return same.contains(Found.Trait.BIRTH_DATE) ? Set.of(Found.Trait.BIRTH_DATE) : Set.of();
  }

  private static Map<PatientId, String> beside(List<NumberStore.Beside> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                NumberStore.Beside::patient, NumberStore.Beside::words, (one, more) -> one));
  }
}
