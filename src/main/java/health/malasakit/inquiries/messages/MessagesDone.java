package health.malasakit.inquiries.messages;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.DoneHere;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A message was taken for the clinic. */
@Component
class MessagesDone implements DoneHere {

  private final Messages messages;

  MessagesDone(Messages messages) {
    this.messages = messages;
  }

  @Override
  public List<Did> in(Call call) {
    return messages.lastIn(call).stream().map(MessagesDone::taken).toList();
  }

  private static Did taken(Message one) {
    var reason =
        Optional.ofNullable(MessageKind.ALL.get(one.wanted().kind()))
            .map(MessageKind::reason)
            .orElse("");
    return new Did(one.from().patient(), reason, "message", one.taken().at());
  }
}
