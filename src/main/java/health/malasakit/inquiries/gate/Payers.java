package health.malasakit.inquiries.gate;

import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.Folding;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a payer that rings pays for a patient, and knows her by her number there. */
@Component
class Payers {

  private final Policies policies;

  Payers(Policies policies) {
    this.policies = policies;
  }

  boolean paysFor(Party payer, Patient patient) {
    return policies(payer, patient).findAny().isPresent();
  }

  boolean knows(Party payer, Patient patient, String memberId) {
    var said = Identifier.folded(memberId);
    return !said.isEmpty()
        && policies(payer, patient)
            .anyMatch(one -> Identifier.folded(one.facts().memberId()).equals(said));
  }

  private Stream<Policy> policies(Party payer, Patient patient) {
    var name = Folding.fold(payer.name());
    return policies.onFile(patient.organization(), patient.id()).stream()
        .filter(one -> Folding.fold(one.facts().payer()).equals(name));
  }
}
