package health.malasakit.scheduling;

import java.time.Instant;
import java.util.Optional;

/** Where a visit stands; each state holds only what is true in it. */
public sealed interface VisitStatus {

  /** Agreed on, not yet come to. */
  record Booked() implements VisitStatus {}

  /** The patient is here. */
  record Arrived(Instant at) implements VisitStatus {}

  /** It took place; {@code arrived} is empty where nobody noted it. */
  record Done(Optional<Instant> arrived, Instant at) implements VisitStatus {}

  /** The patient did not come and nobody cancelled. */
  record Missed(Instant at) implements VisitStatus {}

  /** It will not take place. */
  record Cancelled(Instant at, CancelledBy by, String reason) implements VisitStatus {}

  /** The word of the row, the history and the screen. */
  default String code() {
    return switch (this) {
      case Booked booked -> "booked";
      case Arrived arrived -> "arrived";
      case Done done -> "done";
      case Missed missed -> "missed";
      case Cancelled cancelled -> "cancelled";
    };
  }

  /** Whether it is still to take place, or takes place now. */
  default boolean isToCome() {
    return switch (this) {
      case Booked booked -> true;
      case Arrived arrived -> true;
      case Done done -> false;
      case Missed missed -> false;
      case Cancelled cancelled -> false;
    };
  }

  /** Whether the time of practitioner, room and patient is taken by it. */
  default boolean takesTime() {
    return switch (this) {
      case Booked booked -> true;
      case Arrived arrived -> true;
      case Done done -> true;
      case Missed missed -> false;
      case Cancelled cancelled -> false;
    };
  }
}
