package health.malasakit.scheduling;

import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.scheduling.book.Stretch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Time taken from people and things. Everyone takes and locks rows in the order (kind, id, start),
 * so that two transactions never wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Occupancy {

  /**
   * Time that is taken from a person or a thing.
   *
   * @param until when a hold ends; empty when booked
   * @param holder the hold, or the visit once booked
   * @param beside what it may overlap with
   */
  record Taken(Bookable what, Stretch when, Optional<Instant> until, UUID holder, UUID beside) {

    boolean booked() {
      return until.isEmpty();
    }

    /** An ended hold never blocks, whoever still has to clear it away. */
    boolean endedBy(Instant now) {
      return until.isPresent() && !until.get().isAfter(now);
    }
  }

  /**
   * A demand for the same time of several people and things at once: all of it or nothing.
   *
   * @param holder a hold, or a visit
   * @param beside the visit it is for, which it may overlap while it moves
   * @param patientBeside the same, or what the patient's other visit has, where the two may overlap
   * @param until when it is a hold, its end
   */
  record Claim(
      OrganizationId organization,
      UUID holder,
      UUID beside,
      UUID patientBeside,
      Stretch when,
      List<Bookable> what,
      Optional<Instant> until) {

    Claim {
      what = what.stream().distinct().sorted().toList();
    }

    /** Whether something that is taken stands in the way of this. */
    boolean blockedBy(Taken taken) {
      boolean ofPatient = taken.what().kind() == Bookable.Kind.PATIENT;
      return what.contains(taken.what())
          && taken.when().overlaps(when)
          && !taken.beside().equals(ofPatient ? patientBeside : beside);
    }
  }

  private static final int ATTEMPTS_MAX = 4;

  private final OccupancyStore store;
  private final TransactionTemplate nested;
  private final Clock clock;

  Occupancy(OccupancyStore store, PlatformTransactionManager transactions, Clock clock) {
    this.store = store;
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  /** Takes all of it or nothing; what stands in the way is returned, nothing when it was taken. */
  List<Taken> take(Claim claim) {
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      if (takenAtOnce(claim)) {
        return List.of();
      }
      var inTheWay = inTheWay(claim);
      if (inTheWay.stream().anyMatch(taken -> !taken.endedBy(clock.instant()))) {
        return inTheWay;
      }
      if (takenOneByOne(claim)) {
        return List.of();
      }
    }
    // Somebody took it and let it go again each time we looked.
    return List.of(
        new Taken(
            claim.what().getFirst(),
            claim.when(),
            Optional.empty(),
            claim.holder(),
            claim.beside()));
  }

  /** The way of nearly every booking: one statement. */
  private boolean takenAtOnce(Claim claim) {
    return orNothing(() -> store.take(claim) == claim.what().size());
  }

  /**
   * Clears ended holds and takes, resource by resource: clearing all of them first would lock a
   * later resource before an earlier one is taken.
   */
  private boolean takenOneByOne(Claim claim) {
    var now = clock.instant();
    return orNothing(
        () -> claim.what().stream().allMatch(one -> store.clearAndTake(claim, one, now)));
  }

  private boolean orNothing(BooleanSupplier work) {
    return Boolean.TRUE.equals(
        nested.execute(status -> {
          boolean whole = work.getAsBoolean();
          if (!whole) {
            status.setRollbackOnly();
          }
          return whole;
        }));
  }

  private List<Taken> inTheWay(Claim claim) {
    return store.taken(claim.organization(), claim.what(), claim.when()).stream()
        .filter(claim::blockedBy)
        .toList();
  }

  /** What is taken in a stretch, ended holds left out. */
  List<Taken> taken(OrganizationId organization, Collection<Bookable> what, Stretch when) {
    if (what.isEmpty()) {
      return List.of();
    }
    var now = clock.instant();
    return store.taken(organization, what, when).stream()
        .filter(taken -> !taken.endedBy(now))
        .toList();
  }

  /**
   * Locks a hold's rows and those of the visit it moves, and returns the hold's. One that has ended
   * is still whole as long as nobody has needed its time.
   */
  List<Taken> lock(OrganizationId organization, HoldId hold, VisitId visit) {
    return store.lockRows(organization, hold.value(), visit.value()).stream()
        .filter(taken -> taken.holder().equals(hold.value()))
        .toList();
  }

  /** What a visit or a hold takes. */
  List<Taken> of(OrganizationId organization, UUID holder) {
    return store.rows(organization, holder);
  }

  /** The hold's own rows become the visit's; nothing is let go in between. */
  void becomeVisit(OrganizationId organization, HoldId hold, VisitId visit) {
    store.becomeVisit(organization, hold, visit);
  }

  /** False when the hold has ended meanwhile. */
  boolean renew(OrganizationId organization, HoldId hold, Instant until) {
    store.lockRows(organization, hold.value());
    return store.renew(organization, hold, until, clock.instant()) > 0;
  }

  void release(OrganizationId organization, UUID holder) {
    store.lockRows(organization, holder);
    store.release(organization, holder, true);
  }

  /** Her time alone is given up; that of the others and of the things stays taken. */
  void releasePatient(OrganizationId organization, UUID holder) {
    store.lockRows(organization, holder);
    store.release(organization, holder, false);
  }

  /** Moves wait for each other by resource and day, in one order for all. */
  void lockDays(OrganizationId organization, Collection<Bookable> what, Instant... starts) {
    var keys = new ArrayList<String>();
    for (var bookable : what) {
      for (var start : starts) {
        var day = start.truncatedTo(ChronoUnit.DAYS);
        keys.add("day/" + organization + "/" + bookable.id() + "/" + day);
      }
    }
    store.lockDays(keys.stream().distinct().toList());
  }

  /** What the holders of time are for, visits and holds alike. */
  List<VisitTypeId> typesOf(OrganizationId organization, List<UUID> holders) {
    return store.typesOf(organization, holders);
  }

  /** Whoever may overlap another visit of this patient decides it alone. */
  void lockPatient(OrganizationId organization, Bookable patient) {
    store.lockDays(List.of("patient/" + organization + "/" + patient.id()));
  }
}
