package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.search.InContact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The call on which she speaks when she begins to type. */
@Component
class SpokenNow implements InContact {

  private final OpenCallStore calls;

  SpokenNow(OpenCallStore calls) {
    this.calls = calls;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UUID> now() {
    return Scopes.current()
        .account()
        .flatMap(me -> OpenCall.spoken(calls.of(List.of(me))))
        .map(call -> call.call().value());
  }
}
