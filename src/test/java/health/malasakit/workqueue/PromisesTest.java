package health.malasakit.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@MalasakitTest
class PromisesTest {

  private final World world;
  private final Promises promises;

  PromisesTest(World world, Promises promises) {
    this.world = world;
    this.promises = promises;
  }

  @Test
  void a_promise_stands_with_its_owner_until_it_is_kept() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);

    var id = make(luz, clinic);
    assertThat(Scopes.call(world.scopeOf(luz), promises::mine))
        .extracting(Promise::id)
        .containsExactly(id);

    Scopes.run(world.scopeOf(luz), () -> promises.keep(clinic.id(), id));
    assertThat(Scopes.call(world.scopeOf(luz), promises::mine)).isEmpty();
  }

  @Test
  void a_promise_passed_on_stands_with_the_next_owner_alone() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);
    var ana = world.person(Role.NURSE, clinic);
    var id = make(luz, clinic);

    Scopes.run(world.scopeOf(luz), () -> promises.pass(clinic.id(), id, ana.account()));

    assertThat(Scopes.call(world.scopeOf(luz), promises::mine)).isEmpty();
    assertThat(Scopes.call(world.scopeOf(ana), promises::mine)).hasSize(1);
  }

  @Test
  void a_promise_of_another_clinic_is_not_there() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, clinic);
    var stranger = world.person(Role.SCHEDULER, world.clinic("Harbor Pediatrics"));
    var id = make(luz, clinic);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Scopes.run(world.scopeOf(stranger), () -> promises.keep(clinic.id(), id)))
        .returns(Refused.Kind.NOT_FOUND, Refused::kind);
  }

  private PromiseId make(SignedIn person, Organization clinic) {
    return Scopes.call(
        world.scopeOf(person),
        () ->
            promises.make(
                new NewPromise(
                    clinic.id(),
                    Optional.empty(),
                    "Call back about the form before noon",
                    Promise.To.CALLER,
                    Instant.now().plusSeconds(7200),
                    ZoneId.of("America/New_York"),
                    person.account())));
  }
}
