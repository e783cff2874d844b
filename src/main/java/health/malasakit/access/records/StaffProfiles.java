package health.malasakit.access.records;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff say of themselves, so that the gate knows their own records. */
@Component
public class StaffProfiles {

  /** More is no moving house and no new phone; all of them are compared with each look. */
  private static final int SAID_MAX = 50;

  private final StaffProfileStore store;
  private final Audit audit;
  private final Clock clock;

  StaffProfiles(StaffProfileStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Her profile as it is now, if she gave one. */
  @Transactional(readOnly = true)
  public Optional<StaffProfile> of(AccountId account) {
    return store.find(account);
  }

  /**
   * All she ever said of herself, what holds now included; not what she replaced within an hour.
   */
  @Transactional(readOnly = true)
  public List<StaffProfile> everSaid(AccountId account) {
    return store.everSaid(account);
  }

  /**
   * Sets a profile; the one before is still compared, unless it stood for less than an hour: a slip
   * of the keys does not close other people's records to her for good. A line in each clinic she
   * works for.
   *
   * @throws Refused conflict {@code you.often} when she said fifty different things before
   */
  @Transactional
  public void set(StaffProfile profile) {
    var now = clock.instant();
    store.set(profile, now);
    if (store.everSaid(profile.account()).size() > SAID_MAX) {
      throw Refused.conflict("you.often");
    }
    var account = profile.account().value();
    Scopes.current()
        .organizations()
        .forEach(one -> audit.done(Act.on(one, "changed", "staff_profile", account)));
  }

  /** Who works for a clinic and said nothing by which her own record could be known. */
  @Transactional(readOnly = true)
  public List<AccountId> unknownIn(OrganizationId organization) {
    return store.unknownIn(organization);
  }
}
