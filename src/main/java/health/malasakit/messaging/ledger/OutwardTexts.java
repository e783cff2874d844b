package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.messaging.texts.TextState;
import health.malasakit.messaging.texts.Texts;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages that leave as texts. */
@Component
class OutwardTexts implements Outward {

  private final Texts texts;
  private final TextNumbers numbers;

  OutwardTexts(Texts texts, TextNumbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  @Override
  public Channel channel() {
    return Channel.TEXT;
  }

  @Override
  public String missing(OrganizationId organization) {
    if (!numbers.isConnected()) {
      return "not_configured";
    }
    return numbers.of(organization).isEmpty() ? "no_number" : "";
  }

  @Override
  public Leaving begin(Going going) {
    var begun =
        texts.begin(
            new NewText(
                going.organization(),
                going.patient(),
                NewText.Purpose.VISIT,
                going.basis(),
                going.key(),
                Phone.of(going.address())));
    return new Leaving() {

      @Override
      public UUID id() {
        return begun.id().value();
      }

      @Override
      public boolean handOver(Message message) {
        var sent = texts.handOver(begun, message.body());
        return sent.state() != TextState.IN_DOUBT && !sent.reason().equals("unreachable");
      }
    };
  }
}
