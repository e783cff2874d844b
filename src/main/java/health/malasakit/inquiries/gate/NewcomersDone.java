package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.DoneHere;
import health.malasakit.inquiries.ReasonRules;
import health.malasakit.kernel.Sentences;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A new patient was registered; where the clinic does not list that, the note alone says so. */
@Component
class NewcomersDone implements DoneHere {

  private static final String REGISTER = "register";

  private final NewcomerStore store;
  private final ReasonRules reasons;

  NewcomersDone(NewcomerStore store, ReasonRules reasons) {
    this.store = store;
    this.reasons = reasons;
  }

  @Override
  public List<Did> in(Call call) {
    var registered = store.in(call.organization(), call.id());
    if (registered.isEmpty()) {
      return List.of();
    }
    var reason = reasons.of(call.organization()).contains(REGISTER) ? REGISTER : "";
    return registered.stream()
        .map(one ->
            new Did(
                Optional.of(one.patient()),
                reason,
                "done",
                one.at(),
                Sentences.of("inquiries.newcomer.registered")))
        .toList();
  }
}
