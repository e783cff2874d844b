package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.ContactAct;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules offer in a call of hers. */
@Component
class ContactActs {

  private final ObjectProvider<ContactAct> acts;
  private final CallerChecks checks;
  private final WrapUps wrapUps;

  ContactActs(ObjectProvider<ContactAct> acts, CallerChecks checks, WrapUps wrapUps) {
    this.acts = acts;
    this.checks = checks;
    this.wrapUps = wrapUps;
  }

  /** What is offered in it, while it goes on and when it is written up. */
  List<ContactAct.Offer> in(Call call) {
    if (call.closed().isPresent()) {
      return wrongPerson(call);
    }
    return Scopes.current().account().filter(call::isOf).isPresent() ? during(call) : List.of();
  }

  private List<ContactAct.Offer> wrongPerson(Call call) {
    var href = "/mixups/new?what=call&clinic=" + call.organization() + "&id=" + call.id();
    var offer = new ContactAct.Offer("mixups.wrong", "twins", href, "w");
    return Scopes.current().may(call.organization(), "mixups", Verb.CREATE)
            && wrapUps.about(call).isPresent()
        ? List.of(offer)
        : List.of();
  }

  private List<ContactAct.Offer> during(Call call) {
    var proven = checks.of(call).proven().stream().map(Proven::patient).toList();
    return acts.orderedStream().flatMap(act -> act.offer(call, proven).stream()).toList();
  }
}
