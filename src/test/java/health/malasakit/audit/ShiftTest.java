package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How many lines a working day makes. */
@MalasakitTest
class ShiftTest {

  private static final int CALLS = 80;
  private static final int SHOWN_BY_A_SEARCH = 10;
  private static final int VISITS_OF_THE_DAY = 60;
  private static final int REFRESHES = 400;

  private final World world;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  ShiftTest(World world, Audit audit, JdbcClient jdbc, TransactionTemplate transactions) {
    this.world = world;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** 80 calls: search, open, look again twice, book; and a day view left open all the while. */
  @Test
  void eighty_calls_and_an_open_day_view_make_some_hundred_lines() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var scope = world.scopeOf(world.person(Role.SCHEDULER, clinic));
    var day = new ArrayList<>(patients(VISITS_OF_THE_DAY));
    Scopes.run(
        scope.forTask("GET /day"),
        () -> {
          for (int refresh = 0; refresh < REFRESHES; refresh++) {
            if (refresh % 10 == 0) {
              day.add(PatientId.next());
            }
            act(() -> audit.drawn(clinic.id(), "day/site/2026-11-24", day));
          }
        });
    for (int call = 0; call < CALLS; call++) {
      var found = patients(SHOWN_BY_A_SEARCH);
      var patient = found.getFirst();
      Scopes.run(
          scope.forTask("call " + call),
          () -> {
            act(() -> audit.listed(clinic.id(), "search", found));
            for (int look = 0; look < 3; look++) {
              act(() -> audit.opened(clinic.id(), patient));
            }
            act(() ->
                audit.done(
                    Act.onPatients(clinic.id(), "created", "visit", UUID.randomUUID(), patient)));
          });
    }

    var lines = count(scope, "select count(*) from audit.line where act <> 'signed-in'");
    var listed = count(scope, "select count(*) from audit.listed");
    System.out.printf(
        "A shift of %d calls with a day view refreshed %d times: %d lines, %d listed patients%n",
        CALLS, REFRESHES, lines, listed);
    assertThat(lines).isEqualTo(CALLS * 3L + REFRESHES / 10);
    assertThat(listed).isEqualTo(CALLS * SHOWN_BY_A_SEARCH + VISITS_OF_THE_DAY + REFRESHES / 10);
  }

  private long count(health.malasakit.kernel.Scope scope, String sql) {
    return Scopes.call(
        scope,
        () ->
            java.util.Objects.requireNonNull(
                transactions.execute(status -> jdbc.sql(sql).query(Long.class).single())));
  }

  private void act(Runnable act) {
    transactions.executeWithoutResult(status -> act.run());
  }

  private static List<PatientId> patients(int many) {
    return Stream.generate(PatientId::next).limit(many).toList();
  }
}
