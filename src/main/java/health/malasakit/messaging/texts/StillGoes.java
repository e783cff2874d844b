package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Restores;
import health.malasakit.messaging.texts.TextReplies.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether an answer that waits may still go. Nothing old comes after something newer, which may say
 * the opposite: only what is said in an emergency does, unless it was said again since.
 */
@Component
class StillGoes {

  /** An answer later than this answers nothing any more. */
  private static final Duration COUNTS = Duration.ofMinutes(10);

  private final TextsAgainStore store;
  private final NumberStops stops;
  private final Restores restores;
  private final AnswersStillTrue answers;

  StillGoes(TextsAgainStore store, NumberStops stops, Restores restores, AnswersStillTrue answers) {
    this.store = store;
    this.stops = stops;
    this.restores = restores;
    this.answers = answers;
  }

  /** Code of why it does not; empty when it does. */
  Optional<String> whyNot(TextsAgain.Waiting one, SentText known, Instant now) {
    if (one.begun().plus(COUNTS).isBefore(now) || restores.mayHaveTold(one.begun())) {
      return Optional.of(known.reason());
    }
    var clinic = one.answer().organization();
    boolean closed = isClosed(clinic, one);
    if (one.answer().reach() == Reach.OPEN && closed) {
      return Optional.of(TextsAgain.CLOSED);
    }
    boolean newer = one.ofDanger() ? store.dangerAnsweredSince(one) : saysOld(clinic, one, closed);
    return newer ? Optional.of(TextsAgain.NEWER) : Optional.empty();
  }

  /** That no texts come any more is old as well once the number is open again. */
  private boolean saysOld(OrganizationId clinic, TextsAgain.Waiting one, boolean closed) {
    boolean openedSince = one.answer().reach() == Reach.CLOSED && !closed;
    return openedSince
        || store.wroteSince(one)
        || !answers.isTrue(clinic, one.answer().begun().id());
  }

  private boolean isClosed(OrganizationId clinic, TextsAgain.Waiting one) {
    return stops.said(clinic, Phone.of(one.answer().begun().to())).orElse(false);
  }
}
