package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Organizations;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.ContactAct;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In a call: its patient is to be called again. */
@Component
class CallLater implements ContactAct {

  private final Organizations organizations;

  CallLater(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public Optional<Offer> offer(Call call, List<PatientId> proven) {
    var clinic = call.organization();
    return proven.stream()
        .filter(patient -> Scopes.current().may(clinic, "calls", Verb.CREATE))
        .findFirst()
        .flatMap(patient ->
            organizations.inScope().stream()
                .filter(one -> one.id().equals(clinic))
                .findFirst()
                .map(one ->
                    new Offer(
                        "outbound.later.button",
                        "phone",
                        "/patients/" + one.slug() + "/" + patient + "/to-call?call=" + call.id(),
                        "l")));
  }
}
