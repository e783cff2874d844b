package health.malasakit.demo;

import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Promises of the demo people, due soon. */
@Component
class Given {

  private final Promises promises;

  Given(Promises promises) {
    this.promises = promises;
  }

  void promise(
      MadeClinic clinic, List<Staff.Person> staff, List<Characters.Known> characters, Instant now) {
    for (var line : Lines.of("promises", clinic.slug())) {
      var owner = staff.stream().filter(one -> one.isCalled(line.get(1))).findFirst().orElseThrow();
      var about = characters.stream().filter(one -> one.key().equals(line.get(2))).findFirst();
      var promise =
          new NewPromise(
              clinic.id(),
              about.map(Characters.Known::id),
              line.get(5),
              Promise.To.valueOf(line.get(3).toUpperCase(Locale.ROOT)),
              now.plus(Duration.ofMinutes(Long.parseLong(line.get(4)))),
              clinic.zone(),
              owner.id());
      Scopes.run(as(owner), () -> promises.make(promise));
    }
  }

  /** Promises are made by people; the transaction already carries the clinics. */
  private static Scope as(Staff.Person person) {
    var now = Scopes.current();
    return new Scope(
        new Scope.Actor.Person(person.id()),
        now.country(),
        person.zone(),
        now.rights(),
        now.task());
  }
}
