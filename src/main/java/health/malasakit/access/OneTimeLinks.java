package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that may be followed once; the database keeps only their hash. */
@Component
public class OneTimeLinks {

  private final Store store;
  private final Clock clock;

  OneTimeLinks(JdbcClient jdbc, Clock clock) {
    this.store = new Store(jdbc);
    this.clock = clock;
  }

  /** What a link is for, and how long it may be followed. */
  public enum Purpose {
    INVITATION(Duration.ofDays(7)),
    PASSWORD_RESET(Duration.ofHours(1)),
    FIRST_ADMINISTRATOR(Duration.ofDays(1));

    private final Duration validity;

    Purpose(Duration validity) {
      this.validity = validity;
    }

    Duration validity() {
      return validity;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** A link to be made: for what, for whom, by whom. */
  record Issue(Purpose purpose, Optional<AccountId> account, Optional<AccountId> by) {}

  /** A link that may still be followed. */
  public record Found(Purpose purpose, Optional<AccountId> account) {}

  /** Makes a link and gives its secret word; unused ones before it are void. */
  @Transactional
  String issue(Issue issue) {
    var word = Digests.randomWord();
    store.add(Digests.sha256(word), issue, clock.instant());
    return word;
  }

  /**
   * The link of a word, not yet used up.
   *
   * @throws Refused not found when it was used, is too old or never was
   */
  @Transactional(readOnly = true)
  public Found find(String word) {
    return store.find(Digests.sha256(word), clock.instant()).orElseThrow(OneTimeLinks::gone);
  }

  /** Uses a link up; refused like {@link #find} when it cannot be. */
  @Transactional
  Found use(String word) {
    return store.use(Digests.sha256(word), clock.instant()).orElseThrow(OneTimeLinks::gone);
  }

  private static Refused gone() {
    return Refused.notFound("link.gone/old");
  }

  /** The SQL. */
  private static final class Store {

    private static final String FORGET_OTHERS =
        """
        delete from access.one_time_link
         where used_at is null and purpose = :purpose
           and account_id is not distinct from cast(:account as uuid)
        """;

    private static final String ADD =
        """
        insert into access.one_time_link
               (token_hash, purpose, account_id, issued_by, issued_at, expires_at)
        values (:token, :purpose, :account, :by, :now, :expires)
        """;

    private static final String FIND =
        """
        select purpose, account_id from access.one_time_link
         where token_hash = :token and used_at is null and expires_at > :now
        """;

    private static final String USE =
        """
        update access.one_time_link set used_at = :now
         where token_hash = :token and used_at is null and expires_at > :now
        returning purpose, account_id
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    /** Adds a link; unused ones of the same purpose and account are no longer valid. */
    void add(byte[] token, OneTimeLinks.Issue issue, Instant now) {
      var account = issue.account().map(AccountId::value).orElse(null);
      jdbc.sql(FORGET_OTHERS)
          .param("purpose", issue.purpose().code())
          .param("account", account)
          .update();
      jdbc.sql(ADD)
          .param("token", token)
          .param("purpose", issue.purpose().code())
          .param("account", account)
          .param("by", issue.by().map(AccountId::value).orElse(null))
          .param("now", now.atOffset(ZoneOffset.UTC))
          .param("expires", now.plus(issue.purpose().validity()).atOffset(ZoneOffset.UTC))
          .update();
    }

    Optional<OneTimeLinks.Found> find(byte[] token, Instant now) {
      return found(FIND, token, now);
    }

    Optional<OneTimeLinks.Found> use(byte[] token, Instant now) {
      return found(USE, token, now);
    }

    private Optional<OneTimeLinks.Found> found(String sql, byte[] token, Instant now) {
      return jdbc.sql(sql)
          .param("token", token)
          .param("now", now.atOffset(ZoneOffset.UTC))
          .query((row, n) ->
              new OneTimeLinks.Found(
                  OneTimeLinks.Purpose.of(row.getString("purpose")),
                  Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new)))
          .optional();
    }
  }
}
