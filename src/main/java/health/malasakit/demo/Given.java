package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Promises of the demo people, due soon. */
@Component
class Given {

  private final Promises promises;

  Given(Promises promises) {
    this.promises = promises;
  }

  void promise(
      MadeClinic clinic, List<Staff.Person> staff, Map<String, PatientId> records, Instant now) {
    for (var line : Lines.of("promises", clinic.slug())) {
      var owner = Staff.called(staff, line.get(1));
      var promise =
          new NewPromise(
              clinic.id(),
              Optional.ofNullable(records.get(line.get(2))),
              line.get(5),
              Promise.To.valueOf(line.get(3).toUpperCase(Locale.ROOT)),
              now.plus(Duration.ofMinutes(Long.parseLong(line.get(4)))),
              clinic.zone(),
              owner.id());
      Scopes.run(owner.acting(), () -> promises.make(promise));
    }
  }
}
