package health.malasakit.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is not there, or has no room, from a fault of ours. */
public final class Outage {

  private static final int CAUSES_MAX = 12;

  /** SQL's class of connection exceptions. */
  private static final String CONNECTION = "08";

  /** PostgreSQL's admin_shutdown, crash_shutdown and cannot_connect_now. */
  private static final Set<String> ENDING_OR_BEGINNING = Set.of("57P01", "57P02", "57P03");

  /** PostgreSQL's disk_full. */
  private static final String FULL = "53100";

  private Outage() {}

  /** Whether this happened because the database could not be reached, or has no room. */
  public static boolean in(Throwable fault) {
    return any(fault, no -> isConnection(no) || isFull(no));
  }

  /** Whether this happened because the database has no room on its disk. */
  public static boolean full(Throwable fault) {
    return any(fault, Outage::isFull);
  }

  private static boolean any(Throwable fault, Predicate<SQLException> what) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES_MAX)
        .anyMatch(cause ->
            switch (cause) {
              case SQLException no -> what.test(no);
              case TransactionSystemException rollback -> isBehind(rollback, what);
              default -> false;
            });
  }

  /** A rollback on a lost connection fails too, and stands in front of what happened. */
  private static boolean isBehind(
      TransactionSystemException rollback, Predicate<SQLException> what) {
    var before = rollback.getApplicationException();
    return before != null && any(before, what);
  }

  private static boolean isFull(SQLException no) {
    return FULL.equals(no.getSQLState());
  }

  private static boolean isConnection(SQLException no) {
    var state = Optional.ofNullable(no.getSQLState()).orElse("");
    return no instanceof java.sql.SQLTransientConnectionException
        || state.startsWith(CONNECTION)
        || ENDING_OR_BEGINNING.contains(state);
  }
}
