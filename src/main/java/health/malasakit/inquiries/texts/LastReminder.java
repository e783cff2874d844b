package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.texts.TextReplies;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which visits the last text to a number named. */
@Component
class LastReminder {

  private final Ledger ledger;
  private final TextReplies replies;

  LastReminder(Ledger ledger, TextReplies replies) {
    this.ledger = ledger;
    this.replies = replies;
  }

  /**
   * A visit that was told.
   *
   * @param version at which it was booked, moved or cancelled last when it was told
   */
  record Named(UUID visit, int version) {}

  /** Those of the last text; none when it named none, or is not known to have gone out. */
  List<Named> of(OrganizationId organization, Phone number) {
    return ledger.lastTo(organization, number).stream()
        .map(line -> new Named(line.visit(), line.version()))
        .distinct()
        .toList();
  }

  /** Whether what was written to it last, by whomever, asked whether she comes. */
  boolean asks(OrganizationId organization, Phone number) {
    return ledger.lastTo(organization, number).stream()
            .anyMatch(line -> line.step() == Step.THREE_DAYS)
        && !replies.answeredLast(organization, number);
  }

  /** Whether anything was written to it since, but for what was answered by itself. */
  boolean wroteSince(OrganizationId organization, Phone number, Instant moment) {
    return replies.wroteSince(organization, number, moment);
  }
}
