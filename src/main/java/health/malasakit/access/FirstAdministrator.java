package health.malasakit.access;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Welcome;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The way into an empty database: one link, for the first organization and its administrator. */
@Component
public class FirstAdministrator implements Welcome {

  /** Where the link leads; the secret word follows. */
  public static final String PATH = "/first/";

  private final AccountStore store;
  private final Accounts accounts;
  private final Organizations organizations;
  private final OneTimeLinks links;
  private final TransactionTemplate transactions;

  FirstAdministrator(
      AccountStore store,
      Accounts accounts,
      Organizations organizations,
      OneTimeLinks links,
      TransactionTemplate transactions) {
    this.store = store;
    this.accounts = accounts;
    this.organizations = organizations;
    this.links = links;
    this.transactions = transactions;
  }

  /** The path of a link that is valid for a day; empty when anybody has an account already. */
  @Transactional
  public Optional<String> link() {
    if (store.any()) {
      return Optional.empty();
    }
    var issue =
        new OneTimeLinks.Issue(
            OneTimeLinks.Purpose.FIRST_ADMINISTRATOR, Optional.empty(), Optional.empty());
    return Optional.of(PATH + links.issue(issue));
  }

  /** Said when the server starts on an empty database. */
  @Override
  public List<String> lines(URI address) {
    return link().map(path -> Sentences.of("access.first.welcome", address.resolve(path))).stream()
        .toList();
  }

  /** Refuses a word that no such link has. */
  @Transactional(readOnly = true)
  public void require(String word) {
    if (links.find(word).purpose() != OneTimeLinks.Purpose.FIRST_ADMINISTRATOR || store.any()) {
      throw Refused.notFound("link.gone/used");
    }
  }

  /** Makes the organization and its administrator at once, or neither; uses the link up. */
  public void create(String word, Organization organization, Account account, String password) {
    Passwords.require(password, account.email());
    Scopes.run(
        Scope.job(organization.id(), "first-administrator"),
        () ->
            transactions.executeWithoutResult(status -> {
              require(word);
              links.use(word);
              organizations.add(organization);
              accounts.add(account, password);
              organizations.admit(
                  new Membership(organization.id(), account.id(), Role.ADMINISTRATOR));
            }));
  }
}
