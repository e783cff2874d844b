package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scopes;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MalasakitTest
class ReceiptsTest {

  private final World world;
  private final Receipts receipts;
  private final ReceiptStore store;
  private final JdbcClient jdbc;

  ReceiptsTest(World world, Receipts receipts, ReceiptStore store, JdbcClient jdbc) {
    this.world = world;
    this.receipts = receipts;
    this.store = store;
    this.jdbc = jdbc;
  }

  @Test
  void the_same_form_sent_twice_acts_once_and_answers_alike() {
    var scope = world.scopeOf(world.person(Role.SCHEDULER, world.clinic("Lakeside")));
    var form = Ids.next().toString();
    var acts = new AtomicInteger();

    var first = Scopes.call(scope, () -> receipts.once(form, () -> "/a/" + acts.incrementAndGet()));
    var again = Scopes.call(scope, () -> receipts.once(form, () -> "/a/" + acts.incrementAndGet()));

    assertThat(first).isEqualTo("/a/1").isEqualTo(again);
    assertThat(acts).hasValue(1);
  }

  @Test
  void an_old_receipt_is_forgotten_and_a_new_one_is_kept() {
    var person = world.person(Role.SCHEDULER, world.clinic("Lakeside"));
    var now = java.time.Instant.now();
    store.add(person.account(), Ids.next(), "/old", now.minus(Receipts.KEPT).minusSeconds(60));
    store.add(person.account(), Ids.next(), "/new", now);

    receipts.forgetOld();

    assertThat(
            jdbc.sql("select location from access.receipt where account_id = :account")
                .param("account", person.account().value())
                .query(String.class)
                .list())
        .containsExactly("/new");
  }
}
