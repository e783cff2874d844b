package health.malasakit.inquiries.texts;

import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.NumberStops;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person read that whoever has the number wants no more texts: it is closed for everyone behind
 * it. What each of them said of herself stays as it is, since nobody knows who wrote.
 */
@Component
public class NoMoreTexts {

  private static final Duration UNDO_WITHIN = Duration.ofSeconds(15);

  private final ToRead toRead;
  private final NumberStops stops;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  NoMoreTexts(ToRead toRead, NumberStops stops, Audit audit, Live live, Clock clock) {
    this.toRead = toRead;
    this.stops = stops;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /**
   * No text goes there from now on; the text itself waits as before.
   *
   * @throws Refused not found, code {@code incoming.unknown}; conflict, code {@code
   *     number_stop.closed}, when none goes there now
   */
  @Transactional
  public void close(OrganizationId clinic, TextInId id) {
    var text = text(clinic, id);
    if (!stops.close(clinic, number(text), NumberStops.Source.PERSON)) {
      throw Refused.conflict("number_stop.closed");
    }
    written(text, "stopped");
  }

  /**
   * She took that back at once.
   *
   * @throws Refused as {@link #close}; conflict, code {@code number_stop.undo}, when somebody else
   *     closed it, or it is longer ago
   */
  @Transactional
  public void takeBack(OrganizationId clinic, TextInId id) {
    var text = text(clinic, id);
    stops.takeBack(clinic, number(text), clock.instant().minus(UNDO_WITHIN));
    written(text, "stop-undone");
  }

  private TextIn text(OrganizationId clinic, TextInId id) {
    var one = toRead.get(clinic, id);
    if (one.hidden()) {
      throw TextsIn.unknown();
    }
    return one.text();
  }

  private static Phone number(TextIn text) {
    return text.came().phone().orElseThrow(() -> Refused.conflict("text.to"));
  }

  private void written(TextIn text, String what) {
    var about = toRead.about(List.of(text)).getOrDefault(text.id(), Set.of());
    audit.done(TextsIn.act(text, what, about));
    live.changed(TextsIn.topic(text.organization()));
  }
}
