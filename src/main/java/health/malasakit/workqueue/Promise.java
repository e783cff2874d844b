package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Something said to somebody, with a date and an owner.
 *
 * @param words what was promised
 * @param dueAt until when
 * @param zone in which the date was said; shown with it
 * @param owner who keeps it
 * @param acceptedAt when the owner said that she keeps it; empty while it waits for her
 * @param version grows with each change
 */
public record Promise(
    OrganizationId organization,
    PromiseId id,
    Optional<PatientId> patient,
    String words,
    To to,
    Instant dueAt,
    ZoneId zone,
    AccountId owner,
    Optional<Instant> acceptedAt,
    Status status,
    int version) {

  private static final Duration UNDO_WITHIN = Duration.ofMinutes(2);

  /** To whom it was said. */
  public enum To {
    PATIENT,
    CALLER,
    CLINIC,
    PAYER,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static To of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Open until it is kept or, with a reason, withdrawn. */
  public sealed interface Status {

    record Open() implements Status {}

    record Kept(AccountId by, Instant at) implements Status {}

    record Withdrawn(AccountId by, Instant at, String reason) implements Status {}
  }

  /** The promise kept. */
  public Promise keep(AccountId by, Instant now) {
    return ended(new Status.Kept(by, now));
  }

  /** The promise taken back, with the reason that is told to whoever was promised. */
  public Promise withdraw(AccountId by, Instant now, String reason) {
    if (reason.isBlank()) {
      throw Refused.invalid("promise.reason").onField("reason");
    }
    return ended(new Status.Withdrawn(by, now, reason.strip()));
  }

  /** The owner says that she keeps it. */
  public Promise accept(AccountId by, Instant now) {
    requireOpen();
    if (!by.equals(owner)) {
      throw Refused.conflict("promise.not_yours");
    }
    return next(dueAt, owner, acceptedAt.or(() -> Optional.of(now)), status);
  }

  /** The same promise with another owner, who has yet to accept it; unless she takes it herself. */
  public Promise passTo(AccountId next, AccountId by, Instant now) {
    requireOpen();
    return next(dueAt, next, next.equals(by) ? Optional.of(now) : Optional.empty(), status);
  }

  /** The same promise, which was made to another person than was thought. */
  Promise giveTo(PatientId right) {
    return new Promise(
        organization,
        id,
        Optional.of(right),
        words,
        to,
        dueAt,
        zone,
        owner,
        acceptedAt,
        status,
        version + 1);
  }

  /** The same promise with another date, and why; whoever was promised is told. */
  public Promise retime(Instant next, String reason) {
    requireOpen();
    if (reason.isBlank()) {
      throw Refused.invalid("promise.reason/date").onField("reason");
    }
    return next(next, owner, acceptedAt, status);
  }

  /** The promise open again: the one who ended it takes that back at once. */
  public Promise reopen(AccountId by, Instant now) {
    var mine =
        switch (status) {
          case Status.Open open -> false;
          case Status.Kept(var who, var at) -> who.equals(by) && at.plus(UNDO_WITHIN).isAfter(now);
          case Status.Withdrawn(var who, var at, var reason) ->
              who.equals(by) && at.plus(UNDO_WITHIN).isAfter(now);
        };
    if (!mine) {
      throw Refused.conflict("promise.undo");
    }
    return next(dueAt, owner, acceptedAt, new Status.Open());
  }

  /** Whether it waits for its owner to say that she keeps it. */
  public boolean waits() {
    return status instanceof Status.Open && acceptedAt.isEmpty();
  }

  /** Whether the date has passed and nobody kept it. */
  public boolean late(Instant now) {
    return status instanceof Status.Open && dueAt.isBefore(now);
  }

  private Promise ended(Status end) {
    requireOpen();
    return next(dueAt, owner, acceptedAt, end);
  }

  private Promise next(
      Instant due, AccountId keeper, Optional<Instant> accepted, Status nextStatus) {
    return new Promise(
        organization, id, patient, words, to, due, zone, keeper, accepted, nextStatus, version + 1);
  }

  private void requireOpen() {
    switch (status) {
      case Status.Open open -> {}
      case Status.Kept kept -> throw Refused.conflict("promise.kept");
      case Status.Withdrawn withdrawn -> throw Refused.conflict("promise.withdrawn");
    }
  }

  @Override
  public String toString() {
    return "Promise[" + id + "]";
  }
}
