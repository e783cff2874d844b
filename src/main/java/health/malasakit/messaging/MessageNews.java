package health.malasakit.messaging;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.live.Live;
import org.springframework.stereotype.Component;

/** Tells open pages that messages of a clinic stand otherwise; of thousands once a second. */
@Component
public class MessageNews {

  private final Live live;

  MessageNews(Live live) {
    this.live = live;
  }

  /** After this transaction. */
  public void changed(OrganizationId organization) {
    live.changedOften(topic(organization));
  }

  /** What a page about messages of a clinic listens to. */
  public static String topic(OrganizationId organization) {
    return "reminders/" + organization;
  }
}
