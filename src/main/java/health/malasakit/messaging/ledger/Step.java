package health.malasakit.messaging.ledger;

import java.util.Locale;

/** What is told of a visit, and when. */
public enum Step {
  BOOKED,
  MOVED,
  CANCELLED,
  /** Days ahead, only where there is something to prepare. */
  WEEK,
  /** Asks whether she comes; not asked again once she said so. */
  THREE_DAYS,
  /** When and where. */
  DAY,
  /** How to join by video. */
  TWO_HOURS;

  /** As the ledger writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the ledger wrote. */
  public static Step of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether it answers an act of this moment, and is no reminder. */
  public boolean confirms() {
    return this == BOOKED || this == MOVED || this == CANCELLED;
  }
}
