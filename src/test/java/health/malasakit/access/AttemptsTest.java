package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MalasakitTest
class AttemptsTest {

  private final Attempts attempts;
  private final JdbcClient jdbc;

  AttemptsTest(Attempts attempts, JdbcClient jdbc) {
    this.attempts = attempts;
    this.jdbc = jdbc;
  }

  @Test
  void an_old_failure_is_forgotten_and_one_of_yesterday_is_kept() {
    var old = failedDaysAgo(3);
    var young = failedDaysAgo(1);

    assertThat(attempts.forgetOld()).isPositive();

    assertThat(attempts.taken(Attempts.Kind.ACCOUNT, old)).isZero();
    assertThat(attempts.taken(Attempts.Kind.ACCOUNT, young)).isEqualTo(1);
  }

  private String failedDaysAgo(int days) {
    var key = Ids.next().toString();
    attempts.take(Attempts.Kind.ACCOUNT, key);
    jdbc.sql(
            "update access.sign_in_attempt set last_at = now() - make_interval(days => :days) where key = :key")
        .param("days", days)
        .param("key", Digests.sha256(key))
        .update();
    return key;
  }
}
