package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a person gets her first password, or a new one: by a link that somebody hands her. */
@Component
public class Invitations {

  /** Where the links lead; the secret word follows. */
  public static final String PATH = "/password/";

  private final Accounts accounts;
  private final Passwords passwords;
  private final OneTimeLinks links;

  Invitations(Accounts accounts, Passwords passwords, OneTimeLinks links) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.links = links;
  }

  /** Adds an account and gives the path of its invitation, valid for seven days. */
  @Transactional
  public String invite(Account account) {
    accounts.addInvited(account);
    return link(OneTimeLinks.Purpose.INVITATION, account.id());
  }

  /** The path of a link to set a new password, valid for one hour. */
  @Transactional
  public String newPassword(AccountId account) {
    return link(OneTimeLinks.Purpose.PASSWORD_RESET, account);
  }

  /** Sets the password of whom the link was made for, and uses it up. */
  @Transactional
  public AccountId accept(String word, String password) {
    var account = links.find(word).account().orElseThrow();
    passwords.set(account, password);
    links.use(word);
    return account;
  }

  private String link(OneTimeLinks.Purpose purpose, AccountId account) {
    var by = Scopes.find().flatMap(scope -> scope.account());
    return PATH + links.issue(new OneTimeLinks.Issue(purpose, Optional.of(account), by));
  }
}
