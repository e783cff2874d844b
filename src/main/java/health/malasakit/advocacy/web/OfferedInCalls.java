package health.malasakit.advocacy.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.ContactAct;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A complaint is one key away on every call of hers. */
@Component
class OfferedInCalls implements ContactAct {

  @Override
  public Optional<Offer> offer(Call call, List<PatientId> proven) {
    if (!Scopes.current().may(call.organization(), "complaints", Verb.CREATE)) {
      return Optional.empty();
    }
    var about = proven.stream().findFirst().map(one -> "&patient=" + one).orElse("");
    var href = "/complaints/new?clinic=" + call.organization() + "&call=" + call.id() + about;
    return Optional.of(new Offer("advocacy.record", "speech", href, "k"));
  }
}
