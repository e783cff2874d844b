package health.malasakit.patients;

import health.malasakit.access.RecordGate;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists show no facts of records that who asks may not open without a reason. */
@Component
class ClosedRecords implements RestrictedMarks {

  private final RecordGate gate;

  ClosedRecords(RecordGate gate) {
    this.gate = gate;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<PatientId> restrictedAmong(Collection<PatientId> patients) {
    return Scopes.current().organizations().stream()
        .flatMap(organization -> gate.closed(organization, patients).stream())
        .collect(Collectors.toSet());
  }
}
