package health.malasakit.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date with other hours than its weekday. Hours that began the day before run to their end.
 *
 * @param hours when it is open all the same; empty is closed
 */
public record Holiday(LocalDate day, String name, Optional<Span> hours) {

  /** A day on which the clinic is closed. */
  public static Holiday closed(LocalDate day, String name) {
    return new Holiday(day, name, Optional.empty());
  }
}
