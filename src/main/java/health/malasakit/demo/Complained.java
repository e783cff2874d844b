package health.malasakit.demo;

import health.malasakit.advocacy.About;
import health.malasakit.advocacy.Complaints;
import health.malasakit.advocacy.Kind;
import health.malasakit.advocacy.NewComplaint;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people complained of: one that somebody has to see to, one that was solved at once. */
@Component
class Complained {

  private final Complaints complaints;

  Complained(Complaints complaints) {
    this.complaints = complaints;
  }

  void of(MadeClinic clinic, Map<String, PatientId> records, List<Staff.Person> staff) {
    for (var line : Lines.of("complaints", clinic.slug())) {
      Scopes.run(
          Staff.called(staff, line.get(1)).acting(),
          () -> complaints.record(clinic.id(), told(line, records)));
    }
  }

  private static NewComplaint told(List<String> line, Map<String, PatientId> records) {
    var where =
        new NewComplaint.Where(Optional.empty(), Optional.ofNullable(records.get(line.get(3))));
    return new NewComplaint(
        Kind.of(line.get(2)),
        About.CLINIC,
        line.get(7),
        NewComplaint.Way.SPOKEN,
        new NewComplaint.Who(line.get(5), line.get(6)),
        where,
        line.get(4));
  }
}
