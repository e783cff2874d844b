package health.malasakit.audit;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.ScopedTransactionManager;
import health.malasakit.kernel.Scopes;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A copy of the whole audit on another server. Numbers of transactions go on from what that server
 * has counted so far, which may be less: what is written there would count as older than what was
 * sealed here, and never be sealed.
 */
public final class Copies {

  /** Lines keep the number that their seal covers; those without one are next, whatever comes. */
  private static final String UNSEALED_FIRST =
      """
      update audit.line l set transaction_id = '1'
       where not exists (select 1 from audit.seal s
               where s.organization_id = l.organization_id and s.line_id = l.id)
      """;

  private static final String BEGIN_ANEW =
      """
      update audit.seal s set line_transaction = '0'
        from (select organization_id, max(position) as position from audit.seal group by 1) head
       where s.organization_id = head.organization_id and s.position = head.position
      """;

  /** The folder of the home in which archived half years lie. */
  public static final String ARCHIVE = ArchiveFiles.DIRECTORY;

  private static final String JOB = "backup";

  private Copies() {}

  /**
   * Writes down in each of these clinics that everything is copied, as the application's role and
   * without the application: a start of it would migrate what is to be copied as it is.
   */
  public static void begin(
      DatabaseAddress address, Collection<OrganizationId> clinics, Clock clock) {
    var role = address.application();
    try (var one =
        new SingleConnectionDataSource(address.url(), role.name(), role.password(), true)) {
      var store = new AuditStore(JdbcClient.create(one));
      var transaction = new TransactionTemplate(new ScopedTransactionManager(one));
      for (var clinic : clinics) {
        var act = Act.on(clinic, "backed-up", "organization", clinic.value());
        var scope = Scope.job(clinic, JOB);
        Scopes.run(
            scope,
            () ->
                transaction.executeWithoutResult(
                    status -> store.add(Ids.next(), act, scope, clock.instant())));
      }
    }
  }

  /** Lets sealing go on where a copy has come to, in the transaction of this connection. */
  public static void arrived(Connection owner) {
    var client = JdbcClient.create(new SingleConnectionDataSource(owner, true));
    client.sql(UNSEALED_FIRST).update();
    client.sql(BEGIN_ANEW).update();
  }
}
