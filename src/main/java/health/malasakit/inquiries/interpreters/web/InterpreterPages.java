package health.malasakit.inquiries.interpreters.web;

import health.malasakit.directory.Clinics;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.ui.Languages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what is needed to get an interpreter on the line. */
@Component
class InterpreterPages {

  private final Clinics clinics;
  private final TransferList transfers;
  private final CallerChecks checks;
  private final Patients patients;
  private final Clock clock;

  InterpreterPages(
      Clinics clinics,
      TransferList transfers,
      CallerChecks checks,
      Patients patients,
      Clock clock) {
    this.clinics = clinics;
    this.transfers = transfers;
    this.checks = checks;
    this.patients = patients;
    this.clock = clock;
  }

  /** With the language that the telephone system heard, or that is on file for her. */
  @Transactional(readOnly = true)
  InterpreterPage page(Call call) {
    var heard = Optional.of(call.line().language()).filter(tag -> !tag.isEmpty());
    var language = heard.or(() -> onFile(call)).filter(tag -> !tag.equals("en")).orElse("");
    return page(call, InterpreterForm.in(language));
  }

  @Transactional(readOnly = true)
  InterpreterPage page(Call call, InterpreterForm typed) {
    return new InterpreterPage(
        "/calls/" + call.organization() + "/" + call.id(),
        clinics.get(call.organization()).name(),
        vendors(call),
        Languages.with(InterpreterForm.text(typed.language())),
        typed);
  }

  private List<InterpreterPage.Vendor> vendors(Call call) {
    return transfers.at(call.organization(), clock.instant()).lines().stream()
        .filter(line -> line.target().details().desk() == TransferTarget.Desk.INTERPRETER)
        .map(line -> {
          var details = line.target().details();
          return new InterpreterPage.Vendor(
              details.name(), details.phone().shown(), details.accountCode(), line.reachable());
        })
        .toList();
  }

  private Optional<String> onFile(Call call) {
    return checks.of(call).proven().stream()
        .findFirst()
        .flatMap(one -> patients.find(call.organization(), one.patient()))
        .map(Patient::facts)
        .stream()
        .flatMap(facts -> facts.languages().stream())
        .filter(PatientLanguage::preferred)
        .map(PatientLanguage::tag)
        .findFirst();
  }
}
