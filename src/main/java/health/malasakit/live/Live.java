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

  Live(Sender sender) {
    this.sender = sender;
  }

  /**
   * After this transaction commits, pages that listen for the topic read anew; when it rolls back,
   * nothing happens. Telling the same topic again costs nothing.
   *
   * @param topic {@code kind/organization/ids}, for example {@code "day/" + organization + "/" +
   *     site + "/" + date}; the organization is one of the current scope
   */
  public void changed(String topic) {
    var told = new Topic(topic);
    if (!Scopes.current().organizations().contains(told.organization())) {
      throw new IllegalStateException("A topic of an organization outside the scope");
    }
    topicsOfTransaction().add(told);
  }

  /** Her open streams, on whatever node, ask again whether they may go on. */
  @Override
  public void standingChanged(AccountId account) {
    topicsOfTransaction().add(Topic.standingOf(account));
  }

  private Set<Topic> topicsOfTransaction() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(AfterCommit.class::isInstance)
        .map(known -> ((AfterCommit) known).topics)
        .findFirst()
        .orElseGet(this::begin);
  }

  private Set<Topic> begin() {
    var after = new AfterCommit();
    TransactionSynchronizationManager.registerSynchronization(after);
    return after.topics;
  }

  private final class AfterCommit implements TransactionSynchronization {

    private final Set<Topic> topics = new LinkedHashSet<>();

    @Override
    public void afterCommit() {
      sender.send(topics);
    }
  }
}
