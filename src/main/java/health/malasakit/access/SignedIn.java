package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in, from where. Kept in the session; what she may do is read anew for each request,
 * so that a change of roles takes effect at once.
 *
 * @param accountUuid her account
 * @param country ISO 3166 alpha-2 of the country she works from in this session
 * @param zone IANA time zone she works in
 * @param since when she signed in
 */
public record SignedIn(UUID accountUuid, String country, String zone, Instant since)
    implements Serializable, java.security.Principal {

  /** Request attribute: everything she may do, before a route narrowed it; the chrome reads it. */
  public static final String WHOLE_SCOPE = "malasakit.whole-scope";

  /** 12 hours after sign-in the session is over, used or not. */
  private static final Duration SESSION_MAX = Duration.ofHours(12);

  @Serial private static final long serialVersionUID = 1L;

  /** Who is signed in with the running request, if anybody. */
  public static Optional<SignedIn> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** Her account. */
  public AccountId account() {
    return new AccountId(accountUuid);
  }

  /** When the session is over, whatever she does. */
  public Instant until() {
    return since.plus(SESSION_MAX);
  }

  /** Her time zone. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /** Names the session's owner in the session table: the account's id, never her name. */
  @Override
  public String getName() {
    return accountUuid.toString();
  }
}
