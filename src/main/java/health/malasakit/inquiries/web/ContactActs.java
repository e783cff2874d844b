package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.ContactAct;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules offer in a call of hers. */
@Component
class ContactActs {

  private final ObjectProvider<ContactAct> acts;
  private final CallerChecks checks;

  ContactActs(ObjectProvider<ContactAct> acts, CallerChecks checks) {
    this.acts = acts;
    this.checks = checks;
  }

  List<ContactAct.Offer> in(Call call) {
    var proven = checks.of(call).proven().stream().map(Proven::patient).toList();
    return acts.orderedStream().flatMap(act -> act.offer(call, proven).stream()).toList();
  }
}
