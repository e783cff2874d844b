package health.malasakit.inquiries.mixups.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.ContactAct;
import health.malasakit.inquiries.mixups.WrongInCalls;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done for the wrong person waits on the page of the call until it is said. */
@Component
@Order(-1)
class WrongPersonInCall implements ContactAct {

  private final WrongInCalls wrong;

  WrongPersonInCall(WrongInCalls wrong) {
    this.wrong = wrong;
  }

  @Override
  public Optional<Offer> offer(Call call, List<PatientId> proven) {
    if (!Scopes.current().may(call.organization(), "mixups", Verb.CREATE)) {
      return Optional.empty();
    }
    return wrong
        .unsettled(call)
        .map(one -> "/mixups/" + call.organization() + "/" + one.id() + "/call")
        .map(place -> new Offer("mixups.inCall.offer", "twins", place, "j"));
  }
}
