package health.malasakit.access;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of signing in. */
@Component
public class SignIns {

  private final AccountStore store;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Memberships memberships;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final boolean madeUpWorld;

  SignIns(
      AccountStore store,
      Passwords passwords,
      Attempts attempts,
      Memberships memberships,
      Audit audit,
      TransactionTemplate transactions,
      @Value("${malasakit.made-up-world:false}") boolean madeUpWorld) {
    this.store = store;
    this.passwords = passwords;
    this.attempts = attempts;
    this.memberships = memberships;
    this.audit = audit;
    this.transactions = transactions;
    this.madeUpWorld = madeUpWorld;
  }

  /** How an attempt ended. */
  public sealed interface Answer {

    /** It was right. */
    record Right(AccountId account) implements Answer {}

    /** It was not right; what was wrong is not said. */
    record Wrong() implements Answer {}

    /** Too many attempts; nothing was looked at. */
    record Wait(Instant until) implements Answer {}
  }

  /** Looks at e-mail and password; an unknown e-mail gets the same answer after the same time. */
  public Answer password(String email, String password, String address) {
    var folded = Account.folded(email);
    var wait = attempts.take(Attempts.Kind.ADDRESS, address);
    if (wait.isEmpty()) {
      wait = attempts.take(Attempts.Kind.ACCOUNT, folded);
    }
    if (wait.isPresent()) {
      return new Answer.Wait(wait.get());
    }
    var account = store.byEmail(folded);
    if (!passwords.matches(account, password)) {
      account.ifPresent(known -> noteLockOut(known.account(), folded));
      return new Answer.Wrong();
    }
    attempts.wasRight(Attempts.Kind.ACCOUNT, folded);
    attempts.wasRight(Attempts.Kind.ADDRESS, address);
    return new Answer.Right(account.orElseThrow().account().id());
  }

  /** Looks at a code of the second factor, or at a passkey's answer; counted like passwords. */
  public Answer code(AccountId account, BooleanSupplier right) {
    return counted(Attempts.Kind.CODE, account, right);
  }

  /** Looks at the password or key that opens a locked screen. */
  public Answer unlock(AccountId account, BooleanSupplier right) {
    return counted(Attempts.Kind.UNLOCK, account, right);
  }

  /** Whether this person may come in by password alone: only in the made-up world. */
  public boolean passwordIsEnough(AccountId account) {
    return madeUpWorld && store.byId(account).map(row -> !row.secondFactorRequired()).orElse(false);
  }

  /** Writes down in each of her organizations that she came in, and from which country. */
  public void signedIn(SignedIn person) {
    store.worksFrom(person.account(), person.country(), person.zone());
    note(person, "signed-in");
  }

  /** Writes down that she left. */
  public void signedOut(SignedIn person) {
    note(person, "signed-out");
  }

  private Answer counted(Attempts.Kind kind, AccountId account, BooleanSupplier right) {
    var key = account.toString();
    Optional<Instant> wait = attempts.take(kind, key);
    if (wait.isPresent()) {
      return new Answer.Wait(wait.get());
    }
    if (!right.getAsBoolean()) {
      return new Answer.Wrong();
    }
    attempts.wasRight(kind, key);
    return new Answer.Right(account);
  }

  private void noteLockOut(Account account, String folded) {
    if (attempts.taken(Attempts.Kind.ACCOUNT, folded) >= Attempts.Kind.ACCOUNT.free) {
      note(
          new SignedIn(
              account.id().value(), account.country(), account.zone().getId(), Instant.EPOCH),
          "locked-out");
    }
  }

  private void note(SignedIn person, String what) {
    var scope = memberships.scopeOf(person, "sign-in");
    if (scope.organizations().isEmpty()) {
      return;
    }
    Scopes.run(
        scope,
        () ->
            transactions.executeWithoutResult(status ->
                scope
                    .organizations()
                    .forEach(organization ->
                        audit.done(Act.on(organization, what, "account", person.accountUuid())))));
  }
}
