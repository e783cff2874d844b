package health.malasakit.scheduling.answers;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a patient's own answer does with her visit, without a person. */
@Component
public class Answers {

  /** After these the visit is another one than was told before. */
  private static final Set<String> TOLD_ANEW = Set.of("booked", "moved", "cancelled", "righted");

  private final Visits visits;
  private final VisitConfirmations confirmations;
  private final LateLimits limits;
  private final Clock clock;

  Answers(Visits visits, VisitConfirmations confirmations, LateLimits limits, Clock clock) {
    this.visits = visits;
    this.confirmations = confirmations;
    this.limits = limits;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    CONFIRMED,
    CANCELLED,
    /** It stands again. */
    UNDONE,
    /** Too shortly before it: a person decides. */
    TOO_LATE,
    /** It is not as it was told: moved, cancelled, over, or of another patient. */
    OTHERWISE
  }

  /**
   * A visit of hers.
   *
   * @param patient whose it has to be
   */
  public record Hers(OrganizationId organization, PatientId patient, VisitId visit) {}

  /**
   * A visit that is booked, still to come, and as it was told; empty for any other.
   *
   * @param version at which it was booked, moved or cancelled last, as it was told
   */
  @Transactional(readOnly = true)
  public Optional<Visit> asTold(Hers hers, int version) {
    return toCome(hers).filter(visit -> told(visit) == version);
  }

  /** A visit of hers that is booked and still to come. */
  @Transactional(readOnly = true)
  public Optional<Visit> toCome(Hers hers) {
    return find(hers)
        .filter(visit -> visit.status() instanceof VisitStatus.Booked)
        .filter(visit -> visit.time().from().isAfter(clock.instant()));
  }

  private Optional<Visit> find(Hers hers) {
    return visits.of(hers.organization(), hers.patient()).stream()
        .filter(visit -> visit.id().equals(hers.visit()))
        .findFirst();
  }

  /** At which version it was booked, moved or cancelled last. */
  private int told(Visit visit) {
    return visits.history(visit).stream()
        .filter(change -> TOLD_ANEW.contains(change.act()))
        .findFirst()
        .map(VisitChange::version)
        .orElse(1);
  }

  /** She comes. */
  @Transactional
  public Outcome confirm(Hers hers, Confirmation.Channel channel) {
    var visit = toCome(hers);
    visit.ifPresent(one -> confirmations.confirm(one, channel));
    return visit.isPresent() ? Outcome.CONFIRMED : Outcome.OTHERWISE;
  }

  /** Why a visit is cancelled by which she answered a text. */
  public static String byText() {
    return Sentences.of("scheduling.answers.cancelled");
  }

  /** She does not come. */
  @Transactional
  public Outcome cancel(Hers hers) {
    var visit = toCome(hers);
    if (visit.isEmpty()) {
      return Outcome.OTHERWISE;
    }
    var limit = Duration.ofHours(limits.hours(hers.organization()));
    if (visit.get().time().from().minus(limit).isBefore(clock.instant())) {
      return Outcome.TOO_LATE;
    }
    visits.cancel(hers.visit(), visit.get().version(), CancelledBy.PATIENT, byText());
    return Outcome.CANCELLED;
  }

  /**
   * She comes after all, to a visit still to come that her own answer cancelled; in a transaction
   * of its own.
   *
   * @throws Refused conflict, as {@link Visits#takeBack}, when the time was given to somebody else
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Outcome undo(Hers hers) {
    var visit =
        find(hers)
            .filter(Answers::isByText)
            .filter(one -> one.time().from().isAfter(clock.instant()));
    if (visit.isEmpty()) {
      return Outcome.OTHERWISE;
    }
    var why = Sentences.of("scheduling.answers.undone");
    visits.takeBack(hers.visit(), visit.get().version(), why);
    return Outcome.UNDONE;
  }

  /** And by nobody else since. */
  private static boolean isByText(Visit visit) {
    return visit.status() instanceof VisitStatus.Cancelled cancelled
        && cancelled.reason().equals(byText());
  }
}
