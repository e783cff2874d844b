package health.malasakit.live;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NotificationStore {

  static final String CHANNEL = "malasakit_live";

  private static final String NOTIFY =
      """
      select pg_notify('malasakit_live', :topics)
      """;

  private final JdbcClient jdbc;

  NotificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void tell(String topics) {
    jdbc.sql(NOTIFY).param("topics", topics).query(row -> {});
  }
}
