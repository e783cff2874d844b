package health.malasakit.inquiries.redflags;

import health.malasakit.access.Accounts;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which clinician stands by which words at a clinic. */
@Component
public class Confirmations {

  private final ConfirmationStore store;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Confirmations(ConfirmationStore store, Accounts accounts, Audit audit, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of a clinic, of texts that stand and of earlier ones, newest first. */
  @Transactional(readOnly = true)
  public List<Confirmation> of(OrganizationId organization) {
    return store.all(organization);
  }

  /**
   * Confirms the words by her own name and the date.
   *
   * @param seen hash of the text that she read
   * @throws Refused conflict, code {@code script.changed}, when it reads otherwise now
   */
  @Transactional
  public void confirm(OrganizationId organization, RedFlag flag, String seen) {
    if (!flag.textHash().equals(seen)) {
      throw Refused.conflict("script.changed");
    }
    var me = Scopes.current().account().orElseThrow();
    var one = new Confirmation(flag.code(), seen, accounts.nameOf(me), clock.instant());
    if (store.add(organization, one, me)) {
      audit.done(
          new Act(
              organization,
              "confirmed",
              "script",
              Optional.empty(),
              Optional.empty(),
              flag.code()));
    }
  }
}
