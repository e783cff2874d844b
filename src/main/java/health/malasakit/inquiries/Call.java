package health.malasakit.inquiries;

import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A telephone call at a clinic, from its first ring until it is written up.
 *
 * @param telephone the switch and its own id of the call; empty when a person opened it by hand
 * @param line who is on the other end and what was dialled
 * @param enteredAt when it was entered after it had happened; empty when it was known at once
 */
public record Call(
    OrganizationId organization,
    CallId id,
    Optional<Telephone> telephone,
    Line line,
    Instant startedAt,
    Optional<Instant> enteredAt,
    Course course,
    Handling handling,
    int version) {

  /** A ring told again so soon is no news. */
  private static final Duration REPEATED_WITHIN = Duration.ofMinutes(1);

  /** A call whose first ring, or first word, was then; it is nobody's yet. */
  static Call begun(
      OrganizationId organization, Optional<Telephone> telephone, Line line, Instant at) {
    return new Call(
        organization,
        CallId.next(),
        telephone,
        line,
        at,
        Optional.empty(),
        Course.BEGUN,
        Handling.NONE,
        1);
  }

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

  public Optional<Owner> owner() {
    return handling.owner();
  }

  public Optional<Instant> openedAt() {
    return handling.openedAt();
  }

  public Optional<Instant> leadSince() {
    return handling.leadSince();
  }

  public Optional<Closed> closed() {
    return handling.closed();
  }

  /** Where it stands: follows from what happened and whose it is. */
  public CallState state() {
    return CallState.of(course, handling);
  }

  public Optional<Kind> end() {
    return handling.end(course);
  }

  public Optional<Instant> endedAt() {
    return handling.endedAt(course);
  }

  /** Since when its owner speaks with the caller without a pause. */
  public Instant spokenSince() {
    return course.spokenSince().or(() -> owner().map(Owner::since)).orElse(startedAt);
  }

  /** At which extension it was answered; empty when none was told. */
  public String extension() {
    return course.extension();
  }

  /** Whether who is calling may be asked: she is on the line, or what she said is entered later. */
  public boolean asks() {
    return state().live() || (state() == CallState.WRITING && enteredAt.isPresent());
  }

  /** Whether it is over by its owner's word alone; the caller may still be there. */
  public boolean mayGoOn() {
    return state() == CallState.WRITING && course.endUntold();
  }

  /** From when on what its owner does belongs to it. */
  public Instant workedSince() {
    return enteredAt.orElse(startedAt);
  }

  public boolean isOf(AccountId account) {
    return handling.of(account);
  }

  /** The call after the telephone told something of it, and who sits where it was answered. */
  Call heard(CallEvent event, Optional<AccountId> seated) {
    boolean again = event.kind() == Kind.RINGING && course.at(Kind.RINGING).isPresent();
    return again && !quietSince(event.at().minus(REPEATED_WITHIN))
        ? this
        : with(course.told(event), handling.after(event, seated));
  }

  /** Whether nobody has it, and the telephone has said nothing of it since then. */
  public boolean quietSince(Instant then) {
    return owner().isEmpty()
        && (state().live() || course.at(Kind.GONE).isPresent())
        && course.lastWord().orElse(startedAt).isBefore(then);
  }

  /** Nobody is on the line: it is missed, until the telephone says another thing. */
  Call gone(Instant now) {
    return with(course.after(CallEvent.of(Kind.GONE, now)), handling.released());
  }

  /** The call in the hands of whoever took it. */
  Call take(AccountId by, Instant now) {
    return switch (state()) {
      case RINGING, UNCLAIMED ->
          with(course.answeredBy(now), handling.ownedBy(new Owner(by, now, false)));
      case TALKING, HELD, WRITING -> throw Refused.conflict("call.taken");
      case MISSED ->
          with(
              quietSince(now.minus(CallsLeft.SILENT_MAX)) ? course : course.back(now),
              handling.ownedBy(new Owner(by, now, false)));
      case CLOSED -> throw Refused.conflict("call.closed");
    };
  }

  /** The caller waits while its owner does something else. */
  Call park(AccountId by, Instant now) {
    requireOf(by);
    if (state() != CallState.TALKING) {
      throw Refused.conflict("call.not_talking");
    }
    return with(course.after(CallEvent.of(Kind.HELD, now)), handling);
  }

  /** Its owner speaks with the caller again. */
  Call resume(AccountId by, Instant now) {
    requireOf(by);
    if (state() != CallState.HELD && !mayGoOn()) {
      throw Refused.conflict("call.not_held");
    }
    return with(
        course.after(CallEvent.of(Kind.RESUMED, now)), handling.waitingForLead(Optional.empty()));
  }

  /** Its owner says that it is over; of a call of a telephone that is less than its own word. */
  Call end(AccountId by, Instant now) {
    requireOf(by);
    var how = telephone.isPresent() ? Kind.SAID_OVER : Kind.ENDED;
    return state().live() ? with(course.after(CallEvent.of(how, now)), handling) : this;
  }

  /** It is written up, or was dealt with. */
  Call close(AccountId by, Instant now) {
    return switch (state()) {
      case WRITING -> with(course, handling.closed(new Closed(requireOf(by), now)));
      case MISSED -> with(course, handling.closed(new Closed(by, now)));
      case RINGING, UNCLAIMED, TALKING, HELD -> throw Refused.conflict("call.still_open");
      case CLOSED -> throw Refused.conflict("call.closed");
    };
  }

  /** Its owner saw its page. */
  Call opened(AccountId by, Instant now) {
    return isOf(by) && openedAt().isEmpty() ? with(course, handling.seen(now)) : this;
  }

  /** It waits for the lead since then, or no more. */
  Call waitingForLead(Optional<Instant> since) {
    return with(course, handling.waitingForLead(since));
  }

  /** The call, known only now. */
  Call enteredAt(Instant now) {
    return new Call(
        organization, id, telephone, line, startedAt, Optional.of(now), course, handling, version);
  }

  /** The lead goes on with what was left to her. */
  Call leadBy(AccountId next, Instant now) {
    if (closed().isPresent()) {
      throw Refused.conflict("call.closed");
    }
    if (leadSince().isEmpty()) {
      throw Refused.conflict("call.not_left");
    }
    return with(
        course, handling.ownedBy(new Owner(next, now, false)).waitingForLead(Optional.empty()));
  }

  private AccountId requireOf(AccountId by) {
    if (!isOf(by)) {
      throw Refused.conflict("call.not_yours");
    }
    return by;
  }

  private Call with(Course way, Handling who) {
    return new Call(organization, id, telephone, line, startedAt, enteredAt, way, who, version);
  }

  /** The caller's number is printed nowhere. */
  @Override
  public String toString() {
    return "Call[" + id + "]";
  }
}
