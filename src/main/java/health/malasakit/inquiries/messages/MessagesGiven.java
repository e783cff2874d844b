package health.malasakit.inquiries.messages;

import health.malasakit.inquiries.Call;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that were taken about another person than was thought. */
@Component
public class MessagesGiven {

  private final MessageStore store;
  private final Live live;
  private final Clock clock;

  MessagesGiven(MessageStore store, Live live, Clock clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  /** Those that were taken in a call, about a patient; 20 at most. */
  @Transactional(readOnly = true)
  public List<Message> takenIn(Call call, PatientId patient) {
    return store.takenIn(call, patient);
  }

  /**
   * It is about her, whatever became of it.
   *
   * @throws Refused not found, code {@code message.unknown}
   */
  @Transactional
  public Message giveTo(OrganizationId organization, MessageId id, PatientId right) {
    var given =
        store
            .alone(organization, id)
            .orElseThrow(() -> Refused.notFound("message.unknown"))
            .giveTo(right);
    store.give(given);
    var me = Scopes.current().account().orElseThrow();
    store.remember(given, new MessageStep("moved", given.to(), "", me, clock.instant()));
    live.changed(Messages.topic(organization));
    return given;
  }
}
