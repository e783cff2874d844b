package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A server that is not there yet. */
class KnockingTest {

  private final AtomicInteger knocks = new AtomicInteger();

  @Test
  void one_that_is_starting_is_asked_until_it_is_there() throws SQLException {
    try (var connection = closed("57P03", 3, () -> false).getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(knocks).hasValue(4);
  }

  @Test
  void one_at_whose_address_nobody_answers_is_given_up_after_a_moment() {
    assertThatThrownBy(() -> closed("08001", Integer.MAX_VALUE, () -> false).getConnection())
        .isInstanceOf(SQLException.class);
    assertThat(knocks.get()).isGreaterThan(1);
  }

  @Test
  void one_that_says_no_is_asked_once() {
    assertThatThrownBy(() -> closed("28P01", Integer.MAX_VALUE, () -> false).getConnection())
        .isInstanceOf(SQLException.class);
    assertThat(knocks).hasValue(1);
  }

  @Test
  void who_ends_waits_for_none() {
    var ending =
        new Availability() {
          @Override
          public boolean restarting() {
            return false;
          }

          @Override
          public boolean ending() {
            return true;
          }
        };
    assertThatThrownBy(() -> closed("08001", Integer.MAX_VALUE, ending).getConnection())
        .isInstanceOf(SQLException.class);
    assertThat(knocks).hasValue(1);
  }

  private Knocking closed(String state, int times, Availability database) {
    var address = TestDatabase.address();
    var role = address.application();
    var open =
        new SimpleDriverDataSource(
            new org.postgresql.Driver(), address.url(), role.name(), role.password()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (knocks.getAndIncrement() < times) {
              throw new SQLException("not yet", state);
            }
            return super.getConnection();
          }
        };
    return new Knocking(open, database);
  }
}
