package health.malasakit.advocacy;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A complaint and how it stands.
 *
 * @param number to tell whoever complained
 * @param told what was said, as it was recorded
 * @param goesTo whose it is to see to
 * @param hiddenFrom whom it names: for them it is not there
 * @param owner who took it; empty while nobody did
 * @param answeredOn the clinic's date of the last answer; empty while there was none
 * @param misplaced since when its patient is known to be another than who complained; else empty
 */
public record Complaint(
    OrganizationId organization,
    ComplaintId id,
    String number,
    NewComplaint told,
    Desk goesTo,
    Set<AccountId> hiddenFrom,
    Recorded recorded,
    State state,
    Optional<AccountId> owner,
    Optional<LocalDate> answeredOn,
    Optional<Closed> closed,
    int version,
    Optional<Instant> misplaced) {

  /** By whom, when, and on which day of the clinic it came. */
  public record Recorded(AccountId by, Instant at, LocalDate receivedOn) {}

  /** How it ended. */
  public record Closed(Outcome outcome, AccountId by, Instant at) {}

  public enum State {
    LOGGED,
    OPEN,
    CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was found. */
  public enum Outcome {
    PUT_RIGHT,
    PARTLY,
    NOT_FOUND,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The outcome of a code.
     *
     * @throws Refused invalid, code {@code complaint.outcome}
     */
    public static Outcome of(String code) {
      try {
        return valueOf(code.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException none) {
        throw Refused.invalid("complaint.outcome").onField("outcome");
      }
    }
  }

  /** Whether it calls for somebody now. */
  public boolean alarms() {
    return state == State.OPEN && owner.isEmpty() && told.kind().alarms();
  }

  /** Somebody sees to it; whoever had it before has it no more. */
  Complaint take(AccountId by) {
    requireOpen();
    return with(state, Optional.of(by), answeredOn, closed);
  }

  /** It is of another kind than was thought. */
  Complaint sort(Kind kind) {
    requireOpen();
    return new Complaint(
        organization,
        id,
        number,
        told.of(kind),
        kind.of() == Desk.PRIVACY_OFFICER ? kind.of() : goesTo,
        hiddenFrom,
        recorded,
        state,
        owner,
        answeredOn,
        closed,
        version,
        misplaced);
  }

  Complaint noted() {
    if (state == State.LOGGED) {
      throw Refused.conflict("complaint.logged");
    }
    return this;
  }

  Complaint answer(LocalDate day) {
    requireOpen();
    if (day.isBefore(recorded.receivedOn())) {
      throw Refused.invalid("complaint.answered_before").onField("answeredOn");
    }
    return with(state, owner, Optional.of(day), closed);
  }

  /** Who waits for an answer gets one first, unless she took it back. */
  Complaint close(Outcome outcome, AccountId by, Instant now) {
    requireOpen();
    var waits = !told.who().contact().isEmpty() && answeredOn.isEmpty();
    if (waits && outcome != Outcome.WITHDRAWN) {
      throw Refused.conflict("complaint.unanswered").onField("outcome");
    }
    return with(State.CLOSED, owner, answeredOn, Optional.of(new Closed(outcome, by, now)));
  }

  /** Something came after it was closed, or after it was thought solved at once. */
  Complaint reopen() {
    return switch (state) {
      case OPEN -> throw Refused.conflict("complaint.open");
      case LOGGED, CLOSED -> with(State.OPEN, owner, answeredOn, Optional.empty());
    };
  }

  /** It names one more; if she had it, somebody else has to take it. */
  Complaint naming(AccountId one) {
    var all = new java.util.HashSet<>(hiddenFrom);
    all.add(one);
    return new Complaint(
        organization,
        id,
        number,
        told,
        goesTo,
        Set.copyOf(all),
        recorded,
        state,
        owner.filter(who -> !who.equals(one)),
        answeredOn,
        closed,
        version,
        misplaced);
  }

  /** Its patient is another person than who complained. */
  Complaint misplacedSince(Instant now) {
    return about(told, Optional.of(now));
  }

  /** It is about this patient, or about nobody on file. */
  Complaint about(Optional<PatientId> patient) {
    return about(told.about(patient), Optional.empty());
  }

  private Complaint about(NewComplaint words, Optional<Instant> wrongSince) {
    return new Complaint(
        organization,
        id,
        number,
        words,
        goesTo,
        hiddenFrom,
        recorded,
        state,
        owner,
        answeredOn,
        closed,
        version,
        wrongSince);
  }

  private void requireOpen() {
    switch (state) {
      case OPEN -> {}
      case LOGGED -> throw Refused.conflict("complaint.logged");
      case CLOSED -> throw Refused.conflict("complaint.closed");
    }
  }

  private Complaint with(
      State next, Optional<AccountId> whose, Optional<LocalDate> answered, Optional<Closed> end) {
    return new Complaint(
        organization,
        id,
        number,
        told,
        goesTo,
        hiddenFrom,
        recorded,
        next,
        whose,
        answered,
        end,
        version,
        misplaced);
  }

  /** No word of it is printed anywhere. */
  @Override
  public String toString() {
    return "Complaint[" + id + "]";
  }
}
