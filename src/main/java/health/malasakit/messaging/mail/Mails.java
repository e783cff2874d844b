package health.malasakit.messaging.mail;

import health.malasakit.messaging.Handed;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands mails to a mail server, each over a connection of its own. Each is handed over once: no
 * answer is no reason to try again.
 */
@Component
public class Mails {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final ObjectProvider<OwnPost> own;
  private final Clock clock;
  private final Optional<MailAccount> settings;
  private final Wire wire;

  /** How long the whole may take, and whom to believe. */
  record Wire(Duration patience, Supplier<SSLSocketFactory> tls) {}

  @Autowired
  Mails(ObjectProvider<OwnPost> own, Clock clock) {
    this(
        own,
        clock,
        System.getenv(),
        new Wire(PATIENCE, () -> (SSLSocketFactory) SSLSocketFactory.getDefault()));
  }

  Mails(ObjectProvider<OwnPost> own, Clock clock, Map<String, String> environment, Wire wire) {
    this.own = own;
    this.clock = clock;
    this.settings =
        MailAccount.of(
            environment.getOrDefault("MALASAKIT_MAIL_ADDRESS", ""),
            environment.getOrDefault("MALASAKIT_MAIL_USER", ""),
            environment.getOrDefault("MALASAKIT_MAIL_PASSWORD", ""));
    this.wire = wire;
  }

  /** Whether there is a mail server at all; a setting of the server, the same for every clinic. */
  public boolean isConnected() {
    return account().isPresent();
  }

  private Optional<MailAccount> account() {
    var post = own.orderedStream().findFirst();
    return post.isPresent() ? post.get().account() : settings;
  }

  /**
   * Hands one over. Takes up to eight seconds, in which the database is not needed.
   *
   * @return accepted under its own Message-ID; declined with {@code smtp-<status>} ({@code
   *     smtp-<status>-to} when it was said of the address it goes to; 4xx means later, see {@link
   *     WhyNoMail}), {@code unreachable}, {@code no-tls}, {@code tls}, {@code no-sign-in}, {@code
   *     not-smtp}, {@code lost} or {@code not-configured}; in doubt with {@code silent} or {@code
   *     garbled} once the end of the mail was told
   */
  public Handed hand(Email email) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A mail is handed over outside of any transaction");
    }
    return account()
        .map(account -> hand(account, Letter.of(email, clock.instant())))
        .orElseGet(() -> new Handed.Declined("not-configured"));
  }

  private Handed hand(MailAccount account, Letter letter) {
    var talk = new SmtpTalk(account, wire.tls());
    try {
      return talk.begin(letter).get(wire.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      return talk.giveUp();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return talk.giveUp();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug);
    }
  }
}
