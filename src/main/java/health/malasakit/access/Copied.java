package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.postgres.Home;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of everything on another server: the key that opens second factors has to go with it, and
 * nobody is signed in there, for whoever was shut out after the copy was taken is not in it.
 */
public final class Copied {

  private static final String CLINICS =
      """
      select organization_id from access.organization order by organization_id limit 100000
      """;

  private static final String NEWEST_FACTOR =
      """
      select account_id, sealed_secret from access.authenticator_app order by created_at desc limit 1
      """;

  private static final String END_SESSIONS =
      """
      delete from access.web_session
      """;

  private static final String VOID_LINKS =
      """
      delete from access.one_time_link where used_at is null
      """;

  private Copied() {}

  /** What was ended in a copy. */
  public record Ended(int sessions, int links) {}

  /** Every clinic there is, asked by a role that reads all. */
  public static List<OrganizationId> clinics(Connection reader) {
    return client(reader)
        .sql(CLINICS)
        .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Refuses when second factors were sealed with another key than this home or this environment
   * has.
   */
  public static void requireKey(Connection reader, Home home, Map<String, String> environment) {
    client(reader)
        .sql(NEWEST_FACTOR)
        .query((row, n) -> opens(new AccountId(row.getObject(1, UUID.class)), row.getBytes(2)))
        .optional()
        .ifPresent(opens -> require(opens, home, environment));
  }

  private static Predicate<String> opens(AccountId account, byte[] sealed) {
    return word -> new SecretBox(word).opens(sealed, SecondFactors.place(account));
  }

  private static void require(Predicate<String> opens, Home home, Map<String, String> environment) {
    var named = environment.getOrDefault(SecretBox.VARIABLE, "");
    if (!named.isBlank()) {
      if (!opens.test(named)) {
        throw Refused.conflict("backup.secrets/variable");
      }
      return;
    }
    var word = home.read("secrets/" + SecretBox.OF_THE_HOME);
    if (word.isEmpty()) {
      throw Refused.conflict("backup.secrets/absent", home);
    }
    if (!opens.test(word)) {
      throw Refused.conflict("backup.secrets/home", home);
    }
  }

  /** Lets nobody in without signing in anew, in the transaction of this connection. */
  public static Ended arrived(Connection owner) {
    var client = client(owner);
    return new Ended(client.sql(END_SESSIONS).update(), client.sql(VOID_LINKS).update());
  }

  private static JdbcClient client(Connection connection) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }
}
