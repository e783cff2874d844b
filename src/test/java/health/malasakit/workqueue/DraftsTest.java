package health.malasakit.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class DraftsTest {

  private final World world;
  private final Drafts drafts;
  private final DraftsPruning pruning;
  private final List<Recurring> jobs;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  DraftsTest(
      World world,
      Drafts drafts,
      DraftsPruning pruning,
      List<Recurring> jobs,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.world = world;
    this.drafts = drafts;
    this.pruning = pruning;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.transactions = transactions;
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

  @Test
  void a_draft_left_for_thirty_days_is_forgotten_and_a_younger_one_stays() {
    var luz = world.scopeOf(world.person(Role.SCHEDULER, world.clinic("Lakeside")));
    Scopes.run(luz, () -> drafts.keep("edit:1", "/patients/1/edit", "phone=1"));
    Scopes.run(luz, () -> drafts.keep("edit:2", "/patients/2/edit", "phone=2"));
    age(luz, "edit:1", 31);
    age(luz, "edit:2", 29);

    assertThat(pruning.forgetOld()).isPositive();

    assertThat(Scopes.call(luz, drafts::mine)).extracting(Draft::key).containsExactly("edit:2");
  }

  /** Whoever asks without being a person sees no draft that somebody may still be typing. */
  @Test
  void a_job_sees_no_draft_that_is_younger() {
    var luz = world.scopeOf(world.person(Role.SCHEDULER, world.clinic("Lakeside")));
    Scopes.run(luz, () -> drafts.keep("edit:3", "/patients/3/edit", "phone=3"));

    var seen =
        transactions.execute(status ->
            jdbc.sql("select count(*) from workqueue.draft where at > now() - interval '29 days'")
                .query(Long.class)
                .single());

    assertThat(seen).isZero();
  }

  @Test
  void a_job_forgets_old_drafts_every_day() {
    assertThat(jobs).extracting(Recurring::name).contains("workqueue.drafts");
  }

  private void age(Scope writer, String key, int days) {
    Scopes.run(
        writer,
        () ->
            transactions.executeWithoutResult(status ->
                jdbc.sql(
                        "update workqueue.draft set at = now() - make_interval(days => :days)"
                            + " where draft_key = :key")
                    .param("days", days)
                    .param("key", key)
                    .update()));
  }
}
