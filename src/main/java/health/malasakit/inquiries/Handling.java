package health.malasakit.inquiries;

import health.malasakit.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who deals with a call.
 *
 * @param owner whose it is; empty while it is nobody's
 * @param openedAt when its owner saw its page; until then the page opens by itself
 * @param leadSince since when it waits for the lead; empty while it does not
 * @param closed who wrote it up, and when
 */
record Handling(
    Optional<Call.Owner> owner,
    Optional<Instant> openedAt,
    Optional<Instant> leadSince,
    Optional<Call.Closed> closed) {

  /** Nobody does yet. */
  static final Handling NONE =
      new Handling(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  boolean of(AccountId account) {
    return owner.filter(one -> one.account().equals(account)).isPresent();
  }

  /** She has seen its page only if it was hers already. */
  Handling ownedBy(Call.Owner next) {
    var seen = of(next.account()) ? openedAt : Optional.<Instant>empty();
    return new Handling(Optional.of(next), seen, leadSince, closed);
  }

  /**
   * Whose it is after the telephone said where it was answered. What the telephone says weighs more
   * than who took it by hand; what is written up stays as it is.
   *
   * @param seated who sits there; empty when nobody is known to
   */
  Handling after(CallEvent event, Optional<AccountId> seated) {
    if (event.kind() != CallEvent.Kind.ANSWERED || closed.isPresent()) {
      return this;
    }
    return seated
        .filter(who ->
            owner.filter(one -> one.byTelephone() && !event.at().isAfter(one.since())).isEmpty())
        .map(who -> ownedBy(new Call.Owner(who, event.at(), true)))
        .orElse(this);
  }

  /** Whether, as the telephone says, it was answered at another extension after its owner's. */
  boolean passedOn(Course course) {
    return owner
        .filter(one -> one.byTelephone() && course.answeredElsewhere(one.since()))
        .isPresent();
  }

  /** How it ended for her, as far as was told; empty while it goes on. */
  Optional<CallEvent.Kind> end(Course course) {
    return course.end().isEmpty() && passedOn(course)
        ? Optional.of(CallEvent.Kind.TRANSFERRED)
        : course.end();
  }

  /** When it ended for her; empty while it goes on. */
  Optional<Instant> endedAt(Course course) {
    return course
        .endedAt()
        .or(() -> passedOn(course) ? course.at(CallEvent.Kind.ANSWERED) : Optional.empty());
  }

  /** Nobody's again. */
  Handling released() {
    return new Handling(Optional.empty(), Optional.empty(), Optional.empty(), closed);
  }

  Handling seen(Instant now) {
    return new Handling(owner, Optional.of(now), leadSince, closed);
  }

  Handling waitingForLead(Optional<Instant> since) {
    return new Handling(owner, openedAt, since, closed);
  }

  Handling closed(Call.Closed end) {
    return new Handling(owner, openedAt, Optional.empty(), Optional.of(end));
  }
}
