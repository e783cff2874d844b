package health.malasakit.scheduling;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Occupancy.Taken;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes visits, and moves them. */
@Component
public class Bookings {

  private final Holds holding;
  private final HoldStore holds;
  private final Visits known;
  private final BookingRules rules;
  private final TimeTaking times;
  private final Occupancy occupancy;
  private final Nearest nearest;
  private final VisitWriting writing;

  Bookings(
      Holds holding,
      HoldStore holds,
      Visits known,
      BookingRules rules,
      TimeTaking times,
      Occupancy occupancy,
      Nearest nearest,
      VisitWriting writing) {
    this.holding = holding;
    this.holds = holds;
    this.known = known;
    this.rules = rules;
    this.times = times;
    this.occupancy = occupancy;
    this.nearest = nearest;
    this.writing = writing;
  }

  /**
   * Books the time that she holds.
   *
   * @throws Refused when the rules say no meanwhile, or the time is gone, with the nearest others
   */
  @Transactional
  public Visit book(HoldId id) {
    var hold = holds.find(id, me()).orElseThrow(Holds::gone);
    var allowed = rules.check(wanted(hold));
    var visit = visit(new VisitId(id.value()), allowed);
    var rows = occupancy.lock(hold.organization(), id, visit.id());
    requireWhole(rows, allowed);
    occupancy.becomeVisit(hold.organization(), id, visit.id());
    holds.delete(hold);
    return added(visit, hold.despite());
  }

  /**
   * Books a time without holding it first.
   *
   * @throws Refused when the rules say no, or conflict {@code time.taken} with the nearest others
   */
  @Transactional
  public Visit bookNow(TimeWanted wanted) {
    var allowed = rules.check(wanted);
    var visit = visit(VisitId.next(), allowed);
    var inTheWay = times.take(allowed, TimeTaking.For.visit(visit.id()));
    if (!inTheWay.isEmpty()) {
      throw nearest.insteadOf(allowed, inTheWay);
    }
    return added(visit, wanted.despite());
  }

  /**
   * Moves a visit to the time that she holds for it.
   *
   * @param seen the version of the visit that she saw
   * @throws Refused as {@link #book}, and conflict {@code visit.changed_meanwhile}
   */
  @Transactional
  public Visit move(HoldId id, int seen, String reason) {
    var hold = holds.find(id, me()).orElseThrow(Holds::gone);
    var moving = hold.moves().orElseThrow(Holds::gone);
    var visit = known.get(moving).requireVersion(seen);
    var allowed = rules.checkMove(wanted(hold), visit);
    var moved = visit.moveTo(allowed.place(), allowed.time());
    lockDays(visit, hold.where(), hold.time().from());
    requireWhole(occupancy.lock(hold.organization(), id, moving), allowed);
    occupancy.release(hold.organization(), moving.value());
    occupancy.becomeVisit(hold.organization(), id, moving);
    holds.delete(hold);
    writing.move(visit, moved, new VisitWriting.Why(reason, hold.despite()));
    return moved;
  }

  /**
   * Moves a visit to a time that nobody holds yet.
   *
   * @throws Refused as {@link #move}
   */
  @Transactional
  public Visit moveNow(VisitId id, TimeWanted wanted, int seen, String reason) {
    var visit = known.get(id).requireVersion(seen);
    lockDays(visit, wanted.where(), wanted.start().instant());
    var hold = holding.holdToMove(wanted, visit);
    return move(hold.id(), seen, reason);
  }

  /**
   * A visit was booked for the wrong person: it becomes the right one's, at the same time, with the
   * same people and things.
   *
   * @param despite why, though her file speaks against it; else empty
   * @throws Refused conflict, code {@code visit.person_busy}, when she has another visit then; and
   *     whatever speaks against her as a patient of it
   */
  @Transactional
  public Visit giveTo(VisitId id, PatientId right, String despite) {
    var visit = known.get(id);
    var allowed = rules.checkPerson(visit.requireVersion(visit.version()), right, despite);
    var given = visit.giveTo(right, rules.keeps(visit, right));
    if (visit.status().takesTime()) {
      var both = List.of(Bookable.patient(visit.patient()), Bookable.patient(right));
      occupancy.lockDays(visit.organization(), both, visit.time().from());
      occupancy.releasePatient(visit.organization(), id.value());
      if (!times.takeFor(allowed, id).isEmpty()) {
        throw Refused.conflict("visit.person_busy").onField("right");
      }
    }
    writing.give(visit, given, despite);
    return given;
  }

  private void lockDays(Visit visit, Hold.Where where, Instant start) {
    var what =
        List.of(
            Bookable.patient(visit.patient()),
            Bookable.practitioner(where.practitioner()),
            Bookable.practitioner(visit.place().practitioner().orElseThrow()));
    occupancy.lockDays(visit.organization(), what, start, visit.time().from());
  }

  /** All that a visit needs is still kept: patient, practitioner, and one thing for each need. */
  private void requireWhole(List<Taken> rows, BookingRules.Allowed allowed) {
    if (rows.size() != 2 + allowed.type().takes().size()) {
      throw nearest.insteadOf(allowed, List.of());
    }
  }

  private Visit added(Visit visit, String reason) {
    writing.add(visit, reason);
    return visit;
  }

  private static Visit visit(VisitId id, BookingRules.Allowed allowed) {
    return new Visit(
        id,
        allowed.organization(),
        allowed.patient().id(),
        allowed.place(),
        allowed.time(),
        new VisitStatus.Booked(),
        Visit.Origin.HERE,
        1);
  }

  private static TimeWanted wanted(Hold hold) {
    return new TimeWanted(hold.patient(), hold.where(), hold.time().start(), hold.despite());
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
