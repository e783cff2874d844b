package health.malasakit.messaging.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a line stands, and what may become of it by {@link #after}. Of what is out the statements
 * of the stores decide: a carrier's receipt may say more than the gateway's answer did.
 */
public enum EntryState {
  /** Its hour is still to come. */
  PLANNED,
  /** It was due, and waits: for her hours, or for a gateway that is away. */
  HELD,
  /** On its way to the gateway. */
  SENDING,
  HANDED_OVER,
  DELIVERED,
  FAILED,
  /** Not sent: she may not be told this way, or the gateway does not take it. */
  REFUSED,
  /** Not sent: there is nothing to tell any more. */
  CANCELLED,
  /** It went out or it did not; it is never sent again by itself. */
  IN_DOUBT;

  /** What happens to a line. */
  public enum Happening {
    /** It is due, and has to wait. */
    WAIT,
    /** It is due, and may go: committed before the gateway is called. */
    SEND,
    /** It is due, and may not be told. */
    FORBID,
    /** The visit moved or was cancelled, or it is too late. */
    KILL,
    /** The gateway has it. */
    ACCEPT,
    /** The gateway does not take it. */
    DECLINE,
    /** Nobody knows whether the gateway has it. */
    LOSE,
    /** The carrier says that it arrived. */
    ARRIVE,
    /** The carrier says that it did not. */
    FAIL,
    /** The gateway was away: nothing left this machine. */
    RETRY,
    /** A person sends it again. */
    AGAIN
  }

  private static final Set<EntryState> UNSENT = Set.of(PLANNED, HELD);
  private static final Set<EntryState> OVER = Set.of(FAILED, REFUSED, IN_DOUBT);

  /** What it becomes; empty where that cannot happen to it, and it stays as it is. */
  public Optional<EntryState> after(Happening what) {
    return switch (what) {
      case WAIT -> from(UNSENT, HELD);
      case SEND -> from(UNSENT, SENDING);
      case FORBID -> from(UNSENT, REFUSED);
      case KILL -> from(UNSENT, CANCELLED);
      case ACCEPT -> from(Set.of(SENDING, IN_DOUBT), HANDED_OVER);
      case DECLINE -> from(Set.of(SENDING), REFUSED);
      case LOSE -> from(Set.of(SENDING), IN_DOUBT);
      case ARRIVE -> from(Set.of(SENDING, HANDED_OVER, IN_DOUBT, FAILED), DELIVERED);
      case FAIL -> from(Set.of(SENDING, HANDED_OVER, IN_DOUBT), FAILED);
      case RETRY -> from(Set.of(REFUSED), HELD);
      case AGAIN -> from(OVER, PLANNED);
    };
  }

  private Optional<EntryState> from(Set<EntryState> states, EntryState next) {
    return states.contains(this) ? Optional.of(next) : Optional.empty();
  }

  /** Whether nothing of it has left, and it may still be stopped. */
  public boolean unsent() {
    return UNSENT.contains(this);
  }

  /** Whether a person has to see to it that she knows. */
  public boolean needsPerson() {
    return OVER.contains(this);
  }

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
