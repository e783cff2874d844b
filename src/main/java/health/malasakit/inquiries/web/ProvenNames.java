package health.malasakit.inquiries.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** For whom the callers of her own calls were proven: by name she tells them apart. */
@Component
class ProvenNames {

  private final CallerChecks checks;
  private final RecordGate records;
  private final Patients patients;

  ProvenNames(CallerChecks checks, RecordGate records, Patients patients) {
    this.checks = checks;
    this.records = records;
    this.patients = patients;
  }

  /** Empty when nobody is proven, or the call is not hers to speak on or to write up. */
  String in(Call call) {
    var hers = Scopes.current().account().filter(call::isOf).isPresent();
    if (!hers || call.state() == CallState.CLOSED) {
      return "";
    }
    var proven = checks.of(call).proven().stream().map(Proven::patient).toList();
    var restricted = records.restricted(call.organization(), proven);
    var cards = patients.cards(proven);
    return proven.stream()
        .filter(one -> !restricted.contains(one))
        .flatMap(one -> Optional.ofNullable(cards.get(one)).stream())
        .map(PatientCard::name)
        .collect(Collectors.joining(", "));
  }
}
