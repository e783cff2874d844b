package health.malasakit.scheduling;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Times kept for a patient while a specialist books. */
@Component
public class Holds {

  private final HoldStore store;
  private final BookingRules rules;
  private final TimeTaking times;
  private final Occupancy occupancy;
  private final Nearest nearest;
  private final DayNews news;
  private final Audit audit;
  private final Clock clock;

  Holds(
      HoldStore store,
      BookingRules rules,
      TimeTaking times,
      Occupancy occupancy,
      Nearest nearest,
      DayNews news,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.times = times;
    this.occupancy = occupancy;
    this.nearest = nearest;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps a time for a new visit. What she held for this patient before is let go.
   *
   * @throws Refused when the rules say no, or conflict {@code time.taken} with the nearest others
   */
  @Transactional
  public Hold hold(TimeWanted wanted) {
    return hold(rules.check(wanted), wanted, Optional.empty());
  }

  /** Keeps a time to which a visit will move; it may overlap with the visit itself. */
  @Transactional
  public Hold holdToMove(TimeWanted wanted, Visit visit) {
    return hold(rules.checkMove(wanted, visit), wanted, Optional.of(visit.id()));
  }

  private Hold hold(BookingRules.Allowed allowed, TimeWanted wanted, Optional<VisitId> moves) {
    var by = me();
    letGoOfOthers(allowed, by);
    var now = clock.instant();
    var hold =
        new Hold(
            HoldId.next(),
            allowed.organization(),
            wanted.patient(),
            wanted.where(),
            allowed.time(),
            moves,
            by,
            now,
            now.plus(Hold.LENGTH),
            wanted.despite());
    var inTheWay = times.take(allowed, TimeTaking.For.hold(hold));
    if (!inTheWay.isEmpty()) {
      throw nearest.insteadOf(allowed, inTheWay);
    }
    store.add(hold);
    audit.done(
        Act.onPatient(hold.organization(), "held", hold.patient()).of("visit", hold.id().value()));
    news.changed(hold);
    return hold;
  }

  private void letGoOfOthers(BookingRules.Allowed wanted, AccountId by) {
    store
        .leftBehind(wanted.organization(), by, wanted.patient().id(), clock.instant())
        .forEach(this::letGo);
  }

  /**
   * Her own hold.
   *
   * @throws Refused conflict, code {@code hold.gone}
   */
  @Transactional(readOnly = true)
  public Hold get(HoldId id) {
    return store.find(id, me()).orElseThrow(Holds::gone);
  }

  /**
   * Keeps it for five more minutes, twenty in all.
   *
   * @throws Refused conflict, code {@code hold.gone}, when it has ended
   */
  @Transactional
  public Hold renew(HoldId id) {
    return lasting(get(id), hold -> hold.renewedUntil(clock.instant())).orElseThrow(Holds::gone);
  }

  /**
   * Its page is read, perhaps again: renewed, or shown as it is when it has ended.
   *
   * @throws Refused conflict, code {@code hold.gone}, when it is not there any more
   */
  @Transactional
  public Hold look(HoldId id) {
    var hold = get(id);
    return lasting(hold, known -> known.renewedUntil(clock.instant())).orElse(hold);
  }

  /** The page was left, or is read again: it ends in a moment unless somebody renews it. */
  @Transactional
  public void leave(HoldId id) {
    store
        .find(id, me())
        .flatMap(hold -> lasting(hold, known -> known.leftUntil(clock.instant())))
        .ifPresent(news::changed);
  }

  private Optional<Hold> lasting(Hold hold, Function<Hold, Instant> end) {
    var until = end.apply(hold);
    if (!occupancy.renew(hold.organization(), hold.id(), until)) {
      return Optional.empty();
    }
    store.renew(hold, until);
    return Optional.of(hold.lasting(until));
  }

  /** She chose another time; twice is once. */
  @Transactional
  public void release(HoldId id) {
    store.find(id, me()).ifPresent(this::letGo);
  }

  private void letGo(Hold hold) {
    occupancy.release(hold.organization(), hold.id().value());
    store.delete(hold);
    news.changed(hold);
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }

  static Refused gone() {
    return Refused.conflict("hold.gone");
  }
}
