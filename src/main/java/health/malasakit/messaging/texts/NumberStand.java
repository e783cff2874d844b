package health.malasakit.messaging.texts;

import health.malasakit.messaging.ConsentLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a number stands. A person opens it for one patient; for anybody else behind it nothing was
 * said, and nothing that was said before it was closed counts.
 *
 * @param closedBefore when it was closed before a person opened it; empty while it is closed, and
 *     where the telephone itself opened it or nothing ever closed it
 */
public record NumberStand(boolean closed, Optional<Instant> closedBefore) {

  /** Nobody ever said anything of it. */
  public static final NumberStand OPEN = new NumberStand(false, Optional.empty());

  /**
   * Whether texts may go there to a patient.
   *
   * @param yes what she allowed there herself, on the clinic's day
   * @param zone of the clinic
   */
  public boolean isOpenTo(Optional<ConsentLine> yes, ZoneId zone) {
    return !closed
        && closedBefore
            .map(closing -> yes.filter(said -> isLater(said, closing, zone)).isPresent())
            .orElse(true);
  }

  private static boolean isLater(ConsentLine yes, Instant closing, ZoneId zone) {
    return yes.at().isAfter(closing) && !yes.on().isBefore(LocalDate.ofInstant(closing, zone));
  }
}
