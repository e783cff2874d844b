package health.malasakit.live;

import health.malasakit.access.StandingWatch;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scopes;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open pages that something changed. */
@Component
public class Live implements StandingWatch {

  private final Sender sender;
  private final Seldom seldom;

  Live(Sender sender, Seldom seldom) {
    this.sender = sender;
    this.seldom = seldom;
  }

  /**
   * After this transaction commits, pages that listen for the topic read anew; when it rolls back,
   * nothing happens. Telling the same topic again costs nothing.
   *
   * @param topic {@code kind/organization/ids}, for example {@code "day/" + organization + "/" +
   *     site + "/" + date}; the organization is one of the current scope
   */
  public void changed(String topic) {
    ofTransaction().topics.add(inScope(topic));
  }

  /**
   * The same of what changes a thousand times in a row: each node tells it once a second at most.
   */
  public void changedOften(String topic) {
    ofTransaction().often.add(inScope(topic));
  }

  private static Topic inScope(String topic) {
    var told = new Topic(topic);
    if (!Scopes.current().organizations().contains(told.organization())) {
      throw new IllegalStateException("A topic of an organization outside the scope");
    }
    return told;
  }

  /** Her open streams, on whatever node, ask again whether they may go on. */
  @Override
  public void standingChanged(AccountId account) {
    ofTransaction().topics.add(Topic.standingOf(account));
  }

  private AfterCommit ofTransaction() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(AfterCommit.class::isInstance)
        .map(known -> (AfterCommit) known)
        .findFirst()
        .orElseGet(this::begin);
  }

  private AfterCommit begin() {
    var after = new AfterCommit();
    TransactionSynchronizationManager.registerSynchronization(after);
    return after;
  }

  private final class AfterCommit implements TransactionSynchronization {

    private final Set<Topic> topics = new LinkedHashSet<>();
    private final Set<Topic> often = new LinkedHashSet<>();

    @Override
    public void afterCommit() {
      sender.send(topics);
      seldom.send(often);
    }
  }
}
