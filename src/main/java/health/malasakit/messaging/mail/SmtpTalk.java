package health.malasakit.messaging.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.messaging.Handed;
import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One mail, told to one mail server (RFC 5321). A mail belongs to the server when the line with the
 * dot that ends it was told, and not a moment before; so what is known of a conversation that broke
 * off hangs on that one line, and it is told here and by no library.
 */
final class SmtpTalk {

  private static final int CONNECTING_MILLIS = 3000;
  private static final byte[] END = {'.', '\r', '\n'};

  private enum Reach {
    OPEN,
    /** The end of the mail was told. */
    ENDED,
    /** Nobody waits any more: the end is not told. */
    GIVEN_UP
  }

  private final MailAccount account;
  private final Supplier<SSLSocketFactory> tls;
  private final AtomicReference<Reach> reach = new AtomicReference<>(Reach.OPEN);
  private final CompletableFuture<Handed> verdict = new CompletableFuture<>();
  private volatile @Nullable SmtpLine line;

  SmtpTalk(MailAccount account, Supplier<SSLSocketFactory> tls) {
    this.account = account;
    this.tls = tls;
  }

  /** Begins to tell it; what comes of it is known later. */
  CompletableFuture<Handed> begin(Letter letter) {
    Thread.ofVirtual().name("mail").start(() -> tell(letter));
    return verdict;
  }

  /** Nobody waits any longer. What the server has is in doubt; what it has not stays here. */
  Handed giveUp() {
    boolean isUntold = reach.compareAndSet(Reach.OPEN, Reach.GIVEN_UP);
    var open = line;
    if (open != null) {
      open.close();
    }
    return isUntold ? new Handed.Declined("lost") : new Handed.InDoubt("silent");
  }

  private void tell(Letter letter) {
    try (var open = SmtpLine.to(account, CONNECTING_MILLIS)) {
      line = open;
      requireSomebodyWaits();
      greet(open);
      envelope(open, letter);
      verdict.complete(told(open, letter));
      open.leave();
    } catch (SaidNo no) {
      verdict.complete(new Handed.Declined(no.code()));
    } catch (IOException brokenOff) {
      verdict.complete(new Handed.Declined("lost"));
    } catch (RuntimeException ours) {
      verdict.completeExceptionally(ours);
    }
  }

  /** Who gave up before there was a connection could not close it. */
  private void requireSomebodyWaits() throws SaidNo {
    if (reach.get() == Reach.GIVEN_UP) {
      throw new SaidNo("lost");
    }
  }

  private void greet(SmtpLine open) throws IOException {
    if (account.beginsWithTls()) {
      open.seal(account, tls.get());
    }
    yes(open.reply(), "");
    var offered = hello(open);
    if (account.turnsToTls()) {
      if (!offered.offers("STARTTLS")) {
        throw new SaidNo("no-tls");
      }
      yes(open.ask("STARTTLS"), "");
      open.seal(account, tls.get());
      offered = hello(open);
    }
    if (!account.user().isEmpty()) {
      signIn(open, offered);
    }
  }

  /** An old server knows another word, and can do nothing more. */
  private static SmtpReply hello(SmtpLine open) throws IOException {
    var answer = open.ask("EHLO " + open.here());
    return answer.isKnownNot() ? yes(open.ask("HELO " + open.here()), "") : yes(answer, "");
  }

  private void signIn(SmtpLine open, SmtpReply offered) throws IOException {
    if (offered.offers("AUTH", "PLAIN")) {
      yes(open.ask("AUTH PLAIN " + in64("\0" + account.user() + "\0" + account.password())), "");
      return;
    }
    if (!offered.offers("AUTH", "LOGIN")) {
      throw new SaidNo("no-sign-in");
    }
    goOn(open.ask("AUTH LOGIN"));
    goOn(open.ask(in64(account.user())));
    yes(open.ask(in64(account.password())), "");
  }

  private static String in64(String word) {
    return Base64.getEncoder().encodeToString(word.getBytes(UTF_8));
  }

  private static void envelope(SmtpLine open, Letter letter) throws IOException {
    yes(open.ask("MAIL FROM:<" + letter.from().value() + ">"), "");
    yes(open.ask("RCPT TO:<" + letter.to().value() + ">"), "-to");
    goOn(open.ask("DATA"));
    open.write(stuffed(letter.text()));
  }

  /** A line that begins with a dot gets another one, so that only the end is the end. */
  private static byte[] stuffed(String mail) {
    var lines = mail.endsWith("\r\n") ? mail : mail + "\r\n";
    var told = lines.replace("\r\n.", "\r\n..");
    return (told.startsWith(".") ? "." + told : told).getBytes(US_ASCII);
  }

  private Handed told(SmtpLine open, Letter letter) throws IOException {
    if (!reach.compareAndSet(Reach.OPEN, Reach.ENDED)) {
      throw new SaidNo("lost");
    }
    try {
      open.write(END);
      var answer = open.reply();
      if (answer.isYes()) {
        return new Handed.Accepted(letter.messageId());
      }
      return answer.isNo()
          ? new Handed.Declined("smtp-" + answer.status())
          : new Handed.InDoubt("garbled");
    } catch (SaidNo nonsense) {
      return new Handed.InDoubt("garbled");
    } catch (IOException brokenOff) {
      return new Handed.InDoubt("silent");
    }
  }

  private static SmtpReply yes(SmtpReply answer, String aboutWhom) throws SaidNo {
    if (answer.isYes()) {
      return answer;
    }
    throw no(answer, aboutWhom);
  }

  private static void goOn(SmtpReply answer) throws SaidNo {
    if (!answer.isGoOn()) {
      throw no(answer, "");
    }
  }

  private static SaidNo no(SmtpReply answer, String aboutWhom) {
    return new SaidNo(answer.isNo() ? "smtp-" + answer.status() + aboutWhom : SmtpLine.NONSENSE);
  }
}
