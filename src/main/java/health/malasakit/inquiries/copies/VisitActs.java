package health.malasakit.inquiries.copies;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody did with visits while a call was hers, of each visit the last that stands. */
@Component
public class VisitActs {

  private static final String CANCELLED = "cancelled";
  private static final Set<String> ACTS = Set.of("booked", "moved", CANCELLED);

  private final Visits visits;

  VisitActs(Visits visits) {
    this.visits = visits;
  }

  /**
   * Whose visits, by whom, in which time.
   *
   * @param until what was given to the right person later still counts
   */
  public record Asked(
      OrganizationId organization,
      Collection<PatientId> patients,
      AccountId by,
      Instant since,
      Instant until) {

    private boolean during(VisitChange change) {
      return !change.at().isBefore(since)
          && !change.at().isAfter(until)
          && change.by().filter(by::equals).isPresent();
    }
  }

  /**
   * Newest first; each is {@code booked}, {@code moved} or {@code cancelled}. A cancelling that was
   * taken back leaves what was done before; what was given to the right person is told as what was
   * done with it before; whatever else was said of a visit since then changes nothing.
   */
  @Transactional(readOnly = true)
  public List<Visits.Changed> of(Asked asked) {
    Map<VisitId, Deque<Visits.Changed>> standing = new HashMap<>();
    for (var one :
        visits
            .changedSince(asked.organization(), asked.patients(), asked.by(), asked.since())
            .reversed()) {
      take(asked, one, standing.computeIfAbsent(one.visit(), none -> new ArrayDeque<>()));
    }
    return standing.values().stream()
        .flatMap(acts -> Optional.ofNullable(acts.peek()).stream())
        .sorted(Comparator.comparing((Visits.Changed one) -> one.change().at()).reversed())
        .toList();
  }

  private void take(Asked asked, Visits.Changed one, Deque<Visits.Changed> acts) {
    var act = one.change().act();
    if (act.equals("righted")) {
      acts.clear();
      given(asked, one).ifPresent(acts::push);
    } else if (asked.during(one.change()) && ACTS.contains(act)) {
      acts.push(one);
    } else if (asked.during(one.change())
        && act.equals("taken back")
        && !acts.isEmpty()
        && acts.peek().change().act().equals(CANCELLED)) {
      acts.pop();
    }
  }

  /** What was done with it in that time, in the name of whoever has it now. */
  private Optional<Visits.Changed> given(Asked asked, Visits.Changed righted) {
    return visits.of(asked.organization(), righted.patient()).stream()
        .filter(visit -> visit.id().equals(righted.visit()))
        .flatMap(visit -> visits.history(visit).stream())
        .filter(before -> asked.during(before) && ACTS.contains(before.act()))
        .findFirst()
        .map(before -> new Visits.Changed(righted.visit(), righted.patient(), before));
  }
}
