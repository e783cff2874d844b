package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.patients.Patient;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The coverage on file, with who read it and how long ago. */
@Component
class PatientCover {

  private final Policies policies;
  private final Colleagues colleagues;
  private final Clock clock;

  PatientCover(Policies policies, Colleagues colleagues, Clock clock) {
    this.policies = policies;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  PatientPage.Cover of(ClinicAt clinic, Patient patient) {
    var onFile = policies.onFile(clinic.id(), patient.id());
    var names =
        colleagues.names(
            onFile.stream().flatMap(policy -> policy.readBy().stream()).distinct().toList());
    return new PatientPage.Cover(
        onFile.stream().map(policy -> line(policy, clinic, names)).toList(),
        patient.insuranceSaid());
  }

  private PatientPage.CoverLine line(Policy policy, ClinicAt clinic, Map<AccountId, String> names) {
    var facts = policy.facts();
    return new PatientPage.CoverLine(
        policy.id().toString(),
        facts.payer(),
        facts.plan(),
        facts.programme().code(),
        facts.state().orElse(""),
        facts.memberId(),
        facts.subscriberName().isEmpty() ? "" : facts.subscriberName(),
        facts.place(),
        facts.startsOn().map(Moments::dated).orElse(""),
        facts.endsOn().map(Moments::dated).orElse(""),
        facts.basis().code(),
        policy.readBy().map(by -> names.getOrDefault(by, "")).orElse(""),
        Moments.at(policy.readAt(), clinic.zone()),
        Moments.relative(policy.readAt(), clock.instant()));
  }
}
