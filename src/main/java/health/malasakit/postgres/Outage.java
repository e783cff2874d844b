package health.malasakit.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is not there from a fault of ours. */
public final class Outage {

  private static final int CAUSES_MAX = 12;

  /** SQL's class of connection exceptions. */
  private static final String CONNECTION = "08";

  /** PostgreSQL's admin_shutdown, crash_shutdown and cannot_connect_now. */
  private static final Set<String> ENDING_OR_BEGINNING = Set.of("57P01", "57P02", "57P03");

  private Outage() {}

  /** Whether this happened because the database could not be reached. */
  public static boolean in(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES_MAX)
        .anyMatch(cause ->
            switch (cause) {
              case SQLException no -> isConnection(no);
              case TransactionSystemException rollback -> isBehind(rollback);
              default -> false;
            });
  }

  /** A rollback on a lost connection fails too, and stands in front of what happened. */
  private static boolean isBehind(TransactionSystemException rollback) {
    var before = rollback.getApplicationException();
    return before != null && in(before);
  }

  private static boolean isConnection(SQLException no) {
    var state = Optional.ofNullable(no.getSQLState()).orElse("");
    return no instanceof java.sql.SQLTransientConnectionException
        || state.startsWith(CONNECTION)
        || ENDING_OR_BEGINNING.contains(state);
  }
}
