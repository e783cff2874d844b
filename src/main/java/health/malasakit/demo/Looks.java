package health.malasakit.demo;

import health.malasakit.access.Memberships;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Records that the demo people open while the world is made, each with the rights of her roles:
 * most for a promise, one for nothing at all, one that is restricted and has to be reviewed.
 */
@Component
class Looks {

  private final Memberships memberships;
  private final Patients patients;
  private final BreakGlass breakGlass;
  private final Clock clock;

  Looks(Memberships memberships, Patients patients, BreakGlass breakGlass, Clock clock) {
    this.memberships = memberships;
    this.patients = patients;
    this.breakGlass = breakGlass;
    this.clock = clock;
  }

  void into(MadeClinic clinic, Map<String, PatientId> records, List<Staff.Person> staff) {
    for (var line : Lines.of("looks", clinic.slug())) {
      var reader = Staff.called(staff, line.get(1));
      var patient = Objects.requireNonNull(records.get(line.get(2)));
      Scopes.run(rightsOf(reader), () -> open(clinic, patient, line.get(3)));
    }
  }

  private void open(MadeClinic clinic, PatientId patient, String reason) {
    if (!reason.isEmpty()) {
      breakGlass.open(clinic.id(), patient, reason);
    }
    patients.open(clinic.id(), patient);
  }

  private Scope rightsOf(Staff.Person person) {
    var signedIn =
        new SignedIn(person.id().value(), person.country(), person.zone().getId(), clock.instant());
    return memberships.scopeOf(signedIn, "made-up world");
  }
}
