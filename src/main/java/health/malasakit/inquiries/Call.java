package health.malasakit.inquiries;

import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A telephone call at a clinic, from its first ring until it is written up.
 *
 * @param telephone the switch and its own id of the call; empty when a person opened it by hand
 * @param line who is on the other end and what was dialled
 * @param owner whose it is; empty while it is nobody's
 * @param openedAt when its owner saw its page; until then the page opens by itself
 * @param leadSince since when it waits for the lead; empty while it does not
 * @param closed who wrote it up, and when
 */
public record Call(
    OrganizationId organization,
    CallId id,
    Optional<Telephone> telephone,
    Line line,
    Instant startedAt,
    Course course,
    Optional<Owner> owner,
    Optional<Instant> openedAt,
    Optional<Instant> leadSince,
    Optional<Closed> closed,
    int version) {

  /** A call as its switch names it. */
  public record Telephone(TelephoneId system, String outsideId) {}

  /**
   * The two ends of the line.
   *
   * @param other the caller's number, or the one called; empty when it was withheld
   * @param own the clinic's number as it was dialled
   * @param queue as the switch names it
   * @param language BCP 47, as the switch heard it; empty when it did not ask
   */
  public record Line(
      Direction direction, Optional<Phone> other, String own, String queue, String language) {}

  public enum Direction {
    IN,
    OUT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whose call it is, since when, and whether the telephone said so. */
  public record Owner(AccountId account, Instant since, boolean byTelephone) {}

  public record Closed(AccountId by, Instant at) {}

  /** Where it stands: follows from what happened and whose it is. */
  public CallState state() {
    if (closed.isPresent()) {
      return CallState.CLOSED;
    }
    if (course.over()) {
      return owner.isPresent() ? CallState.WRITING : CallState.MISSED;
    }
    if (owner.isPresent()) {
      return course.held() ? CallState.HELD : CallState.TALKING;
    }
    return course.answered() ? CallState.UNCLAIMED : CallState.RINGING;
  }

  /** How it ended; empty while it goes on. */
  public Optional<Kind> end() {
    return course.end();
  }

  /** When it ended; empty while it goes on. */
  public Optional<Instant> endedAt() {
    return course.endedAt();
  }

  /** Since when its owner speaks with the caller without a pause. */
  public Instant spokenSince() {
    return course.spokenSince().or(() -> owner.map(Owner::since)).orElse(startedAt);
  }

  /** At which extension it was answered; empty when none was told. */
  public String extension() {
    return course.extension();
  }

  public boolean isOf(AccountId account) {
    return owner.filter(one -> one.account().equals(account)).isPresent();
  }

  /**
   * The call after the telephone told something of it.
   *
   * @param seated who sits at the extension that answered; empty when nobody is known to
   */
  Call heard(CallEvent event, Optional<AccountId> seated) {
    var next = with(course.after(event), owner, openedAt);
    return seated
        .filter(who ->
            event.kind() == Kind.ANSWERED
                && owner
                    .filter(one -> one.byTelephone() && !event.at().isAfter(one.since()))
                    .isEmpty())
        .map(who -> next.ownedBy(new Owner(who, event.at(), true)))
        .orElse(next);
  }

  /** The call in the hands of whoever took it. */
  Call take(AccountId by, Instant now) {
    return switch (state()) {
      case RINGING, UNCLAIMED ->
          with(answeredBy(now), owner, openedAt).ownedBy(new Owner(by, now, false));
      case TALKING, HELD, WRITING -> throw Refused.conflict("call.taken");
      case MISSED -> ownedBy(new Owner(by, now, false));
      case CLOSED -> throw Refused.conflict("call.closed");
    };
  }

  /** What the telephone did not tell: whoever takes a ringing call answers it. */
  private Course answeredBy(Instant now) {
    return course.answered() ? course : course.after(CallEvent.of(Kind.ANSWERED, now));
  }

  /** The caller waits while its owner does something else. */
  Call park(AccountId by, Instant now) {
    requireOf(by);
    if (state() != CallState.TALKING) {
      throw Refused.conflict("call.not_talking");
    }
    return with(course.after(CallEvent.of(Kind.HELD, now)), owner, openedAt);
  }

  /** Its owner speaks with the caller again. */
  Call resume(AccountId by, Instant now) {
    requireOf(by);
    if (state() != CallState.HELD) {
      throw Refused.conflict("call.not_held");
    }
    var next = with(course.after(CallEvent.of(Kind.RESUMED, now)), owner, openedAt);
    return next.waitingForLead(Optional.empty());
  }

  /** The line is closed, whether or not the telephone says so. */
  Call end(AccountId by, Instant now) {
    requireOf(by);
    return state().live()
        ? with(course.after(CallEvent.of(Kind.ENDED, now)), owner, openedAt)
        : this;
  }

  /** It is written up, or was dealt with. */
  Call close(AccountId by, Instant now) {
    return switch (state()) {
      case WRITING -> closedBy(requireOf(by), now);
      case MISSED -> closedBy(by, now);
      case RINGING, UNCLAIMED, TALKING, HELD -> throw Refused.conflict("call.still_open");
      case CLOSED -> throw Refused.conflict("call.closed");
    };
  }

  /** Its owner saw its page. */
  Call opened(AccountId by, Instant now) {
    return isOf(by) && openedAt.isEmpty() ? with(course, owner, Optional.of(now)) : this;
  }

  /** It waits for the lead since then, or no more. */
  Call waitingForLead(Optional<Instant> since) {
    return new Call(
        organization,
        id,
        telephone,
        line,
        startedAt,
        course,
        owner,
        openedAt,
        since,
        closed,
        version);
  }

  /** Another person goes on with it: the lead, or whom she names. */
  Call passTo(AccountId next, Instant now) {
    if (closed.isPresent()) {
      throw Refused.conflict("call.closed");
    }
    return ownedBy(new Owner(next, now, false)).waitingForLead(Optional.empty());
  }

  private AccountId requireOf(AccountId by) {
    if (!isOf(by)) {
      throw Refused.conflict("call.not_yours");
    }
    return by;
  }

  private Call ownedBy(Owner next) {
    var same = isOf(next.account());
    return with(course, Optional.of(next), same ? openedAt : Optional.empty());
  }

  private Call with(Course next, Optional<Owner> whose, Optional<Instant> seen) {
    return new Call(
        organization,
        id,
        telephone,
        line,
        startedAt,
        next,
        whose,
        seen,
        leadSince,
        closed,
        version);
  }

  private Call closedBy(AccountId by, Instant now) {
    return new Call(
        organization,
        id,
        telephone,
        line,
        startedAt,
        course,
        owner,
        openedAt,
        Optional.empty(),
        Optional.of(new Closed(by, now)),
        version);
  }

  /** The caller's number is printed nowhere. */
  @Override
  public String toString() {
    return "Call[" + id + "]";
  }
}
