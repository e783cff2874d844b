package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An authenticator app that will take the place of another. */
@MalasakitTest
class NextAppTest {

  private final World world;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final OwnFactors own;
  private final JdbcClient jdbc;

  NextAppTest(
      World world, Accounts accounts, SecondFactors factors, OwnFactors own, JdbcClient jdbc) {
    this.world = world;
    this.accounts = accounts;
    this.factors = factors;
    this.own = own;
    this.jdbc = jdbc;
  }

  @Test
  void two_tabs_that_open_at_the_same_moment_show_the_same_new_secret() throws SQLException {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    withApp(luz.account());
    List<CompletableFuture<String>> tabs = new ArrayList<>();

    try (var held = TestDatabase.superuser(TestDatabase.address());
        var watching = TestDatabase.superuser(TestDatabase.address())) {
      held.setAutoCommit(false);
      hold(held, luz);
      for (int tab = 0; tab < 2; tab++) {
        tabs.add(CompletableFuture.supplyAsync(() -> shownTo(luz), Thread::startVirtualThread));
      }
      await().until(() -> waiting(watching) == 2);
      held.rollback();
    }

    assertThat(tabs.getFirst().join()).isEqualTo(tabs.getLast().join());
    assertThat(confirms(luz, tabs.getFirst().join())).isTrue();
  }

  @Test
  void a_new_app_that_did_not_answer_for_ten_minutes_is_forgotten() {
    var luz = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    withApp(luz.account());
    var forgotten = shownTo(luz);
    jdbc.sql(
            """
            update access.authenticator_app set next_begun_at = now() - interval '10 minutes'
             where account_id = :account
            """)
        .param("account", luz.accountUuid())
        .update();

    assertThat(confirms(luz, forgotten)).isFalse();
    var fresh = shownTo(luz);
    assertThat(fresh).isNotEqualTo(forgotten);
    assertThat(confirms(luz, fresh)).isTrue();
  }

  private String withApp(AccountId account) {
    var secret = factors.beginApp(accounts.find(account).orElseThrow()).secret();
    assertThat(factors.confirmApp(account, codeAt(secret, 0))).isTrue();
    return secret;
  }

  private String shownTo(SignedIn person) {
    return Scopes.call(world.scopeOf(person), () -> own.beginApp().secret());
  }

  private boolean confirms(SignedIn person, String secret) {
    return Scopes.call(world.scopeOf(person), () -> own.confirmApp(codeAt(secret, 0)));
  }

  /** Nobody changes her app until this transaction ends. */
  private static void hold(Connection connection, SignedIn person) throws SQLException {
    try (var row =
        connection.prepareStatement(
            "select 1 from access.authenticator_app where account_id = ? for update")) {
      row.setObject(1, person.accountUuid());
      row.execute();
    }
  }

  /** How many wait to begin with a new app. */
  private static int waiting(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var count =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'
                   and query like 'update access.authenticator_app%'
                """)) {
      count.next();
      return count.getInt(1);
    }
  }

  private static String codeAt(String secret, int secondsAhead) {
    try {
      var step = Instant.now().plusSeconds(secondsAhead).getEpochSecond() / 30;
      return new DefaultCodeGenerator().generate(secret, step);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException(e);
    }
  }
}
