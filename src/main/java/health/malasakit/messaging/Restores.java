package health.malasakit.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When this database came out of a backup, if it ever did. */
@Repository
public class Restores {

  private static final String LAST =
      """
      select restored_at from messaging.restored order by restored_at desc limit 1
      """;

  private final JdbcClient jdbc;

  Restores(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether what followed at once of something may have gone out where the backup was taken. */
  @Transactional(readOnly = true)
  public boolean mayHaveTold(Instant happened) {
    return last().filter(restored -> !happened.isAfter(restored)).isPresent();
  }

  private Optional<Instant> last() {
    return jdbc.sql(LAST)
        .query((row, n) -> row.getObject("restored_at", OffsetDateTime.class).toInstant())
        .optional();
  }
}
