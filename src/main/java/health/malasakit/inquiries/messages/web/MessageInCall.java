package health.malasakit.inquiries.messages.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.ContactAct;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A message for the clinic is one key away in a call. */
@Component
@Order(0)
class MessageInCall implements ContactAct {

  @Override
  public Optional<Offer> offer(Call call, List<PatientId> proven) {
    if (!Scopes.current().may(call.organization(), "messages", Verb.CREATE)) {
      return Optional.empty();
    }
    var at = "/calls/" + call.organization() + "/" + call.id() + "/message";
    return Optional.of(new Offer("messages.new", "message", at, "m"));
  }
}
