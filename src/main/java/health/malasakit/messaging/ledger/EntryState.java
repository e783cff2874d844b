package health.malasakit.messaging.ledger;

import java.util.Locale;
import java.util.Set;

/**
 * Where a line stands. What may become of it the stores decide, each by the state that its
 * statement asks for; the whole table is that of {@code EntryStateTest}.
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

  private static final Set<EntryState> UNSENT = Set.of(PLANNED, HELD);
  private static final Set<EntryState> ARRIVED = Set.of(SENDING, HANDED_OVER, DELIVERED, IN_DOUBT);
  private static final Set<EntryState> OVER = Set.of(FAILED, REFUSED, IN_DOUBT);

  /** Whether nothing of it has left, and it may still be stopped. */
  public boolean unsent() {
    return UNSENT.contains(this);
  }

  /** Whether a person has to see to it that she knows. */
  public boolean needsPerson() {
    return OVER.contains(this);
  }

  /** Whether she may have been told by it. */
  public boolean mayHaveArrived() {
    return ARRIVED.contains(this);
  }

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
