package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ApplicationPoolTest {

  @Test
  void a_node_that_ends_asks_a_silent_database_once_and_waits_no_longer() throws Exception {
    var looks = new AtomicInteger();
    var ending =
        new Availability() {
          @Override
          public boolean restarting() {
            looks.incrementAndGet();
            return false;
          }

          @Override
          public boolean ending() {
            return true;
          }
        };
    try (var pool = new ApplicationPool(nowhere(), ending)) {
      assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    }
    assertThat(looks).as("short waits").hasValue(1);
  }

  @Test
  void who_comes_after_a_restart_could_have_been_waits_once() throws Exception {
    var looks = new AtomicInteger();
    Availability counted =
        () -> {
          looks.incrementAndGet();
          return false;
        };
    try (var pool = new ApplicationPool(nowhere(), counted)) {
      assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
      assertThat(looks.getAndSet(0)).as("short waits of the first").isBetween(2, 3);

      assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
      assertThat(looks).as("short waits of the second").hasValue(1);
    }
  }

  /** A port at which nobody listens. */
  private static HikariConfig nowhere() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var config = new HikariConfig();
      config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/nothing");
      config.setInitializationFailTimeout(-1);
      config.setMinimumIdle(0);
      return config;
    }
  }
}
