package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be known about clinics, sites and practitioners for a while. */
@Component
public class Notices {

  private static final int WORDS_LENGTH_MAX = 500;

  /** A person said that she read a notice. */
  public record Receipt(AccountId reader, Instant at) {}

  private final NoticeStore store;
  private final Audit audit;
  private final Clock clock;

  Notices(NoticeStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is shown now at the clinics in scope, must-read first; for home and the call. */
  @Transactional(readOnly = true)
  public List<Notice> now() {
    Instant now = clock.instant();
    return between(now, now.plusMillis(1));
  }

  /** What is shown at some time between two moments at the clinics in scope; for a day. */
  @Transactional(readOnly = true)
  public List<Notice> between(Instant from, Instant until) {
    return store.shownBetween(from, until, Scopes.current().account());
  }

  /** The last 5000 of a clinic, ended and withdrawn ones too. */
  @Transactional(readOnly = true)
  public List<Notice> of(OrganizationId organization) {
    return store.of(organization, Scopes.current().account());
  }

  /**
   * One notice.
   *
   * @throws Refused not found, code {@code notice.none}
   */
  @Transactional(readOnly = true)
  public Notice get(NoticeId id) {
    return store
        .byId(id, Scopes.current().account())
        .orElseThrow(() -> Refused.notFound("notice.none"));
  }

  /** Who said that she read it, first first. */
  @Transactional(readOnly = true)
  public List<Receipt> readBy(Notice notice) {
    return store.readBy(notice);
  }

  /**
   * Puts up a notice.
   *
   * @throws Refused invalid, codes {@code notice.words} and {@code notice.until}
   */
  @Transactional
  public NoticeId add(OrganizationId organization, Notice.Details details) {
    Instant now = clock.instant();
    refuseIncomplete(details, now);
    Notice notice =
        new Notice(
            NoticeId.next(),
            organization,
            details,
            Scopes.current().account(),
            now,
            Optional.empty(),
            Optional.empty(),
            1);
    store.add(notice);
    audit.done(Act.on(organization, "created", "notice", notice.id().value()));
    return notice.id();
  }

  /**
   * Puts up other words, another time or another place instead of a notice: the old one is taken
   * down and stays to be read with its readers, and whoever read it is asked anew.
   *
   * @param seen the version that the person saw when she began
   * @throws Refused conflict, code {@link Stale#CODE}; as {@link #add}
   */
  @Transactional
  public NoticeId replace(NoticeId id, long seen, Notice.Details details) {
    Notice old = get(id);
    if (old.version() != seen || !store.withdraw(old, clock.instant())) {
      throw Stale.refused();
    }
    NoticeId next = add(old.organization(), details);
    audit.done(
        Act.on(old.organization(), "changed", "notice", id.value()).with("replaced by " + next));
    return next;
  }

  /** Takes a notice back before its end; twice is once. */
  @Transactional
  public void withdraw(NoticeId id) {
    Notice notice = get(id);
    if (store.withdraw(notice, clock.instant())) {
      audit.done(Act.on(notice.organization(), "withdrawn", "notice", id.value()));
    }
  }

  /** The person who asks says that she read it; twice is once, and the first time counts. */
  @Transactional
  public void markRead(NoticeId id) {
    AccountId reader = Scopes.current().account().orElseThrow();
    store.markRead(get(id), reader, clock.instant());
  }

  private static void refuseIncomplete(Notice.Details details, Instant now) {
    if (details.words().isBlank() || details.words().length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("notice.words").onField("words");
    }
    if (!details.until().isAfter(details.from()) || !details.until().isAfter(now)) {
      throw Refused.invalid("notice.until").onField("until");
    }
  }
}
