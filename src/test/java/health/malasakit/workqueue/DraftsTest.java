package health.malasakit.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import org.junit.jupiter.api.Test;

@MalasakitTest
class DraftsTest {

  private final World world;
  private final Drafts drafts;

  DraftsTest(World world, Drafts drafts) {
    this.world = world;
    this.drafts = drafts;
  }

  @Test
  void a_draft_is_given_back_to_its_writer_and_to_nobody_else() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = world.scopeOf(world.person(Role.SCHEDULER, clinic));
    var ana = world.scopeOf(world.person(Role.SCHEDULER, clinic));

    Scopes.run(luz, () -> drafts.keep("register", "/patients/new", "family=Reyes"));
    Scopes.run(luz, () -> drafts.keep("register", "/patients/new", "family=Reyes&given=Ana"));

    assertThat(Scopes.call(luz, () -> drafts.find("register")))
        .hasValueSatisfying(draft -> assertThat(draft.body()).isEqualTo("family=Reyes&given=Ana"));
    assertThat(Scopes.call(ana, () -> drafts.find("register"))).isEmpty();
    assertThat(Scopes.call(ana, drafts::mine)).isEmpty();
  }

  @Test
  void a_draft_ends_when_it_is_discarded() {
    var luz = world.scopeOf(world.person(Role.SCHEDULER, world.clinic("Lakeside")));
    Scopes.run(luz, () -> drafts.keep("edit:1", "/patients/1/edit", "phone=1"));

    Scopes.run(luz, () -> drafts.discard("edit:1"));

    assertThat(Scopes.call(luz, drafts::mine)).isEmpty();
  }

  @Test
  void a_key_that_could_hold_a_name_is_refused() {
    var luz = world.scopeOf(world.person(Role.SCHEDULER, world.clinic("Lakeside")));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Scopes.run(luz, () -> drafts.keep("Ana Reyes", "/", "")));
  }
}
