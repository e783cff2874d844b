package health.malasakit.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction by telling PostgreSQL its scope, for the policies to read. Without a
 * scope nothing is told, and the first statement on a business table raises an error.
 */
public final class ScopedTransactionManager extends JdbcTransactionManager {

  private static final String TELL_SCOPE =
      """
      select set_config('malasakit.organizations', ?, true), set_config('malasakit.account', ?, true),
             set_config('malasakit.country', ?, true), set_config('malasakit.task', ?, true)
      """;

  /** A manager of transactions on this pool. */
  public ScopedTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Scopes.find().ifPresent(scope -> tell(transaction, scope));
  }

  /**
   * A commit on a lost connection is not rolled back: there is nothing to roll back on, and that
   * failure would stand in place of this one, which says that the database went away.
   */
  @Override
  protected RuntimeException translateException(String task, SQLException lost) {
    var known = super.translateException(task, lost);
    return known instanceof DataAccessResourceFailureException
        ? new TransactionSystemException(task + " failed", lost)
        : known;
  }

  private void tell(Object transaction, Scope scope) {
    var holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    try {
      tell(java.util.Objects.requireNonNull(holder).getConnection(), scope);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("The scope could not be told", e);
    }
  }

  private static void tell(Connection connection, Scope scope) throws SQLException {
    var organizations =
        scope.organizations().stream()
            .map(organization -> organization.value().toString())
            .collect(Collectors.joining(",", "{", "}"));
    try (var statement = connection.prepareStatement(TELL_SCOPE)) {
      statement.setString(1, organizations);
      statement.setString(2, scope.account().map(id -> id.value().toString()).orElse(""));
      statement.setString(3, scope.country());
      statement.setString(4, scope.task());
      statement.execute();
    }
  }
}
