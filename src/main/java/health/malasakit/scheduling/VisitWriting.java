package health.malasakit.scheduling;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Writes what becomes of a visit, with all that goes with it in the same transaction: its line of
 * history, its line of audit, the list of visits to move, the event, and the news for open days.
 */
@Component
class VisitWriting {

  /** Raised by the patients' own trigger, which alone sees a death that is noted this moment. */
  private static final String DECEASED = "ML001";

  private final VisitStore visits;
  private final ToMoveStore toMove;
  private final DayNews news;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  VisitWriting(
      VisitStore visits,
      ToMoveStore toMove,
      DayNews news,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.visits = visits;
    this.toMove = toMove;
    this.news = news;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Why she does it, and why although something speaks against it; each may be empty. */
  record Why(String reason, String despite) {

    String said() {
      return Stream.of(reason.strip(), despite)
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(". "));
    }
  }

  /**
   * A new visit.
   *
   * @param despite why it is booked though something spoke against it; else empty
   * @throws Refused when a death was noted this moment
   */
  void add(Visit visit, String despite) {
    unlessDeceased(() -> visits.add(visit, Optional.empty(), account(), clock.instant()));
    note(visit, "booked", new Why("", despite));
    events.publishEvent(new AppointmentBooked(visit.organization(), visit.id(), visit.patient()));
    news.changed(visit);
  }

  /**
   * The same visit at another time.
   *
   * @throws Refused conflict {@code visit.changed_meanwhile}, and as {@link #add}
   */
  void move(Visit before, Visit moved, Why why) {
    if (!unlessDeceased(() -> visits.change(moved))) {
      throw Visits.changedMeanwhile();
    }
    toMove.moved(moved.organization(), moved.id());
    note(moved, "moved", why);
    events.publishEvent(new AppointmentMoved(moved.organization(), moved.id(), moved.patient()));
    news.changed(before);
    news.changed(moved);
  }

  /**
   * The same visit, which is another person's than was thought.
   *
   * @throws Refused conflict {@code visit.changed_meanwhile}, and as {@link #add}
   */
  void give(Visit before, Visit given, String despite) {
    if (!unlessDeceased(() -> visits.change(given))) {
      throw Visits.changedMeanwhile();
    }
    toMove.moved(given.organization(), given.id());
    note(given, "righted", new Why("", despite));
    if (given.status() instanceof VisitStatus.Booked) {
      events.publishEvent(
          new AppointmentCancelled(before.organization(), before.id(), before.patient()));
      events.publishEvent(new AppointmentBooked(given.organization(), given.id(), given.patient()));
    }
    news.changed(given);
  }

  /**
   * The same visit marked as what it became. One that gives up its time need not be moved any more.
   *
   * @throws Refused conflict {@code visit.changed_meanwhile}
   */
  void mark(Visit marked, String reason) {
    if (!marked.status().takesTime()) {
      toMove.moved(marked.organization(), marked.id());
    }
    change(marked, marked.status().code(), reason);
    if (marked.status() instanceof VisitStatus.Cancelled) {
      events.publishEvent(
          new AppointmentCancelled(marked.organization(), marked.id(), marked.patient()));
    }
  }

  /**
   * A mark was a mistake.
   *
   * @param died whether the patient has died, whose coming visits are the clinic's to move
   * @throws Refused conflict {@code visit.changed_meanwhile}
   */
  void takeBack(Visit before, Visit back, boolean died, String reason) {
    change(back, "taken back", reason);
    if (died && back.status() instanceof VisitStatus.Booked) {
      toMove.noteDied(back, clock.instant());
    }
    if (before.status() instanceof VisitStatus.Cancelled) {
      events.publishEvent(new AppointmentBooked(back.organization(), back.id(), back.patient()));
    }
  }

  /**
   * Whatever else changed of it, at the same time.
   *
   * @throws Refused conflict {@code visit.changed_meanwhile}
   */
  void change(Visit visit, String act, String reason) {
    if (!visits.change(visit)) {
      throw Visits.changedMeanwhile();
    }
    note(visit, act, new Why(reason, ""));
    news.changed(visit);
  }

  private void note(Visit visit, String act, Why why) {
    visits.note(
        Ids.next(), visit, new VisitStore.Note(act, why.said(), account(), clock.instant()));
    var done =
        Act.onPatient(visit.organization(), act, visit.patient()).of("visit", visit.id().value());
    audit.done(why.despite().isEmpty() ? done : done.with("despite"));
  }

  private static boolean unlessDeceased(Supplier<Boolean> write) {
    try {
      return write.get();
    } catch (UncategorizedSQLException refused) {
      var cause = refused.getSQLException();
      if (cause != null && DECEASED.equals(cause.getSQLState())) {
        throw BookingRules.deceased();
      }
      throw refused;
    }
  }

  private static Optional<AccountId> account() {
    return Scopes.current().account();
  }
}
