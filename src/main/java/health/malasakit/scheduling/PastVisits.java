package health.malasakit.scheduling;

import health.malasakit.directory.Imported;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits as history: taken from files, and asked who is an established patient. */
@Component
public class PastVisits {

  private static final int YEARS_ESTABLISHED = 3;

  private final VisitStore store;
  private final Practitioners practitioners;
  private final Clock clock;

  PastVisits(VisitStore store, Practitioners practitioners, Clock clock) {
    this.store = store;
    this.practitioners = practitioners;
    this.clock = clock;
  }

  /**
   * Takes a past visit from a file, once, and corrects it when a later file says otherwise; it is
   * outside the protection against overlaps.
   */
  @Transactional
  public Imported<VisitId> importOne(PastVisit past) {
    var known = store.bySource(past.organization(), past.source());
    if (known.isPresent()) {
      boolean news = store.correctImported(known.get(), visit(past));
      return new Imported<>(
          known.get(), news ? Imported.Outcome.UPDATED : Imported.Outcome.UNCHANGED);
    }
    var visit = visit(past);
    store.add(visit, Optional.of(past.source()), Optional.empty(), clock.instant());
    return new Imported<>(visit.id(), Imported.Outcome.CREATED);
  }

  private static Visit visit(PastVisit past) {
    var end = past.to().isBefore(past.from()) ? past.from() : past.to();
    return new Visit(
        VisitId.next(),
        past.organization(),
        past.patient(),
        new Visit.Place(past.site(), past.practitioner(), Optional.empty(), past.title()),
        new VisitTime(WallTime.at(past.from(), past.zone()), end),
        new VisitStatus.Done(Optional.empty(), end),
        Visit.Origin.IMPORTED,
        1);
  }

  /** Whether she will be new or established for this practitioner on a date. */
  @Transactional(readOnly = true)
  public NewOrEstablished standing(
      OrganizationId organization, PatientId patient, PractitionerId practitioner, LocalDate on) {
    var since = on.minusYears(YEARS_ESTABLISHED);
    var counting =
        store.ofPatient(organization, patient).stream()
            .filter(visit -> visit.status() instanceof VisitStatus.Done)
            .filter(visit -> !visit.time().date().isBefore(since))
            .filter(visit -> visit.time().date().isBefore(on))
            .toList();
    return decided(counting, practitioner);
  }

  private NewOrEstablished decided(List<Visit> counting, PractitionerId practitioner) {
    var specialties = specialties(counting, practitioner);
    var own = specialties.getOrDefault(practitioner, "");
    var newestFirst =
        counting.stream()
            .sorted(Comparator.<Visit, Instant>comparing(visit -> visit.time().from()).reversed())
            .toList();
    for (var visit : newestFirst) {
      var seenBy = visit.place().practitioner();
      boolean same = seenBy.filter(practitioner::equals).isPresent();
      boolean sameSpecialty =
          !own.isEmpty() && seenBy.filter(one -> own.equals(specialties.get(one))).isPresent();
      if (same || sameSpecialty) {
        return new NewOrEstablished.Established(visit, true);
      }
    }
    return newestFirst.stream()
        .filter(visit -> own.isEmpty() || visit.place().practitioner().isEmpty())
        .findFirst()
        .<NewOrEstablished>map(visit -> new NewOrEstablished.Established(visit, false))
        .orElseGet(NewOrEstablished.New::new);
  }

  private Map<PractitionerId, String> specialties(
      List<Visit> counting, PractitionerId practitioner) {
    var all =
        Stream.concat(
                Stream.of(practitioner),
                counting.stream().flatMap(visit -> visit.place().practitioner().stream()))
            .collect(Collectors.toSet());
    var specialties = new HashMap<PractitionerId, String>();
    for (PractitionerRole role : practitioners.rolesOf(all)) {
      if (!role.specialty().isBlank()) {
        specialties.putIfAbsent(role.practitioner(), role.specialty());
      }
    }
    return specialties;
  }

  /**
   * Whom she saw most often in the past three years, if anybody: her usual practitioner. It is said
   * aloud, so a confidential visit does not count.
   */
  @Transactional(readOnly = true)
  public Optional<PractitionerId> usualPractitioner(
      OrganizationId organization, PatientId patient) {
    var since = clock.instant().atZone(ZoneOffset.UTC).minusYears(YEARS_ESTABLISHED);
    return store.ofPatient(organization, patient).stream()
        .filter(visit -> !visit.confidential())
        .filter(visit -> visit.status() instanceof VisitStatus.Done)
        .filter(visit -> visit.time().from().isAfter(since.toInstant()))
        .flatMap(visit -> visit.place().practitioner().stream())
        .collect(Collectors.groupingBy(one -> one, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }
}
