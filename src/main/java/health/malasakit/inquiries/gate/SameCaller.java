package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.Call;
import health.malasakit.patients.speaking.Representatives;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who speaks in a call, when it is for more than one person: she is not asked her name again. */
@Component
public class SameCaller {

  private final GateStore store;
  private final Representatives representatives;

  SameCaller(GateStore store, Representatives representatives) {
    this.store = store;
    this.representatives = representatives;
  }

  /**
   * The name of who speaks for the patient that was proven last, which is then asked of the next
   * one's file; empty when that one speaks herself, or nobody is proven.
   */
  @Transactional(readOnly = true)
  public Optional<String> of(Call call) {
    return store.proven(call.organization(), List.of(call.id())).stream()
        .findFirst()
        .flatMap(last -> last.representative().flatMap(who -> name(call, last, who)));
  }

  private Optional<String> name(Call call, Proven last, java.util.UUID who) {
    return representatives.speakingFor(call.organization(), last.patient()).stream()
        .map(one -> one.representative())
        .filter(one -> one.id().equals(who))
        .map(one -> one.name())
        .findFirst();
  }
}
