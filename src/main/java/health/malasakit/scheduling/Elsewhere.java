package health.malasakit.scheduling;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.Occupancy.Taken;
import health.malasakit.scheduling.book.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same practitioner in the books of several clinics. Each clinic's book protects itself alone;
 * across them there is only a warning, and only for who works for both.
 */
@Component
public class Elsewhere {

  private final Practitioners practitioners;
  private final Occupancy occupancy;

  Elsewhere(Practitioners practitioners, Occupancy occupancy) {
    this.practitioners = practitioners;
    this.occupancy = occupancy;
  }

  /** Whether she works for several clinics at once; else there is nothing to ask. */
  public static boolean several() {
    return Scopes.current().organizations().size() > 1;
  }

  /** Sentences for the person who books. */
  @Transactional(readOnly = true)
  public List<String> warnings(PractitionerId one, VisitTime time) {
    return among(Map.of(one, List.of(time))).getOrDefault(one, Map.of()).values().stream().toList();
  }

  /** Of these openings those at whose time the practitioner is busy, each with its sentence. */
  @Transactional(readOnly = true)
  public Map<Opening, String> among(Collection<Opening> openings) {
    var times =
        openings.stream()
            .collect(
                Collectors.groupingBy(
                    opening -> opening.where().practitioner(),
                    Collectors.mapping(Opening::time, Collectors.toList())));
    var busy = among(times);
    var found = new HashMap<Opening, String>();
    openings.forEach(opening ->
        Optional.ofNullable(busy.get(opening.where().practitioner()))
            .map(one -> one.get(opening.time()))
            .ifPresent(sentence -> found.put(opening, sentence)));
    return found;
  }

  private Map<PractitionerId, Map<VisitTime, String>> among(
      Map<PractitionerId, List<VisitTime>> asked) {
    if (asked.isEmpty() || !several()) {
      return Map.of();
    }
    var here =
        practitioners.byIds(asked.keySet()).values().stream()
            .filter(Practitioner::npiVerified)
            .toList();
    var npis = here.stream().map(one -> one.details().npi()).collect(Collectors.toSet());
    var known = practitioners.withNpi(Scopes.current().organizations(), npis);
    var taken = taken(known, hull(asked.values().stream().flatMap(List::stream).toList()));
    var found = new HashMap<PractitionerId, Map<VisitTime, String>>();
    for (var one : here) {
      var others = others(one, known);
      var sentence = Sentences.of("scheduling.elsewhere", one.name());
      found.put(
          one.id(),
          asked.getOrDefault(one.id(), List.of()).stream()
              .distinct()
              .filter(time -> busy(others, time, taken))
              .collect(Collectors.toMap(time -> time, time -> sentence)));
    }
    return found;
  }

  private static Set<Bookable> others(Practitioner one, List<Practitioner> known) {
    return known.stream()
        .filter(other -> !other.organization().equals(one.organization()))
        .filter(other -> other.details().npi().equals(one.details().npi()))
        .map(other -> Bookable.practitioner(other.id()))
        .collect(Collectors.toSet());
  }

  private static boolean busy(Set<Bookable> others, VisitTime time, List<Taken> taken) {
    return taken.stream()
        .anyMatch(one -> others.contains(one.what()) && one.when().overlaps(time.stretch()));
  }

  private List<Taken> taken(List<Practitioner> known, Stretch when) {
    Map<OrganizationId, List<Bookable>> byClinic =
        known.stream()
            .collect(
                Collectors.groupingBy(
                    Practitioner::organization,
                    Collectors.mapping(
                        one -> Bookable.practitioner(one.id()), Collectors.toList())));
    return byClinic.size() < 2
        ? List.of()
        : byClinic.entrySet().stream()
            .flatMap(clinic -> occupancy.taken(clinic.getKey(), clinic.getValue(), when).stream())
            .toList();
  }

  private static Stretch hull(List<VisitTime> times) {
    var first = times.stream().map(VisitTime::from).min(Instant::compareTo).orElseThrow();
    var last = times.stream().map(VisitTime::end).max(Instant::compareTo).orElseThrow();
    return new Stretch(first, last);
  }
}
