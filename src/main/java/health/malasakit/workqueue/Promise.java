package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
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
    Status status,
    int version) {

  /** To whom it was said. */
  public enum To {
    PATIENT,
    CALLER,
    CLINIC,
    PAYER,
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static To of(String code) {
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
      throw Refused.invalid(
              "promise.reason", "Say why this promise is withdrawn; somebody is waiting for it.")
          .onField("reason");
    }
    return ended(new Status.Withdrawn(by, now, reason.strip()));
  }

  /** The same promise with another owner. */
  public Promise passTo(AccountId next) {
    requireOpen();
    return new Promise(
        organization, id, patient, words, to, dueAt, zone, next, status, version + 1);
  }

  /** The same promise with another date. */
  public Promise retime(Instant next) {
    requireOpen();
    return new Promise(
        organization, id, patient, words, to, next, zone, owner, status, version + 1);
  }

  /** Whether the date has passed and nobody kept it. */
  public boolean late(Instant now) {
    return status instanceof Status.Open && dueAt.isBefore(now);
  }

  private Promise ended(Status end) {
    requireOpen();
    return new Promise(organization, id, patient, words, to, dueAt, zone, owner, end, version + 1);
  }

  private void requireOpen() {
    switch (status) {
      case Status.Open open -> {}
      case Status.Kept kept ->
          throw Refused.conflict("promise.kept", "This promise was already kept.");
      case Status.Withdrawn withdrawn ->
          throw Refused.conflict("promise.withdrawn", "This promise was already withdrawn.");
    }
  }

  @Override
  public String toString() {
    return "Promise[" + id + "]";
  }
}
