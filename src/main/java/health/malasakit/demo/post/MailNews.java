package health.malasakit.demo.post;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.demo.DemoMailboxes;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever looks at the inbox sees that a mail came. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class MailNews {

  private final Organizations organizations;
  private final Live live;
  private final TransactionTemplate transactions;

  MailNews(Organizations organizations, Live live, TransactionTemplate transactions) {
    this.organizations = organizations;
    this.live = live;
    this.transactions = transactions;
  }

  /** From one of our clinics. */
  void came(Mailboxes.Taken mail) {
    DemoMailboxes.slugOf(mail.from())
        .flatMap(organizations::bySlug)
        .ifPresent(clinic ->
            Scopes.run(
                Scope.job(clinic, "demo-post"),
                () -> transactions.executeWithoutResult(status -> live.changed(topic(clinic)))));
  }

  /** What the page listens for. */
  String topics() {
    return organizations.inScope().stream()
        .map(Organization::id)
        .map(MailNews::topic)
        .collect(Collectors.joining(" "));
  }

  private static String topic(OrganizationId clinic) {
    return "inbox/" + clinic;
  }
}
