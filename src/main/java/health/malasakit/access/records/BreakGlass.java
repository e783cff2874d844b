package health.malasakit.access.records;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens one restricted record for one person for half an hour, for a reason that is read later. It
 * never opens what may not be seen from where she works.
 */
@Component
public class BreakGlass {

  /** How long a record stays open. */
  public static final Duration OPEN_FOR = Duration.ofMinutes(30);

  private static final int REASON_LENGTH_MIN = 10;
  private static final int REASON_LENGTH_MAX = 500;
  private static final int FOUND_LENGTH_MAX = 1_000;

  private final BreakGlassStore store;
  private final Restrictions restrictions;
  private final Audit audit;
  private final Clock clock;

  BreakGlass(BreakGlassStore store, Restrictions restrictions, Audit audit, Clock clock) {
    this.store = store;
    this.restrictions = restrictions;
    this.audit = audit;
    this.clock = clock;
  }

  /** A record that was opened, as the privacy officer reads it. */
  public record Opening(
      UUID id, PatientId patient, AccountId account, String reason, Instant openedAt) {

    @Override
    public String toString() {
      return "Opening[" + id + "]";
    }
  }

  /** What the privacy officer found. */
  public enum Finding {
    JUSTIFIED,
    NOT_JUSTIFIED
  }

  /** A review: the verdict, and in words what it rests on. */
  public record Found(Finding finding, String words) {

    @Override
    public String toString() {
      return "Found[" + finding + "]";
    }
  }

  /** An opening that was reviewed; without words when that was before there was a field. */
  public record Reviewed(Opening opening, AccountId by, Instant at, Found found) {}

  /**
   * How much waits for review in a clinic.
   *
   * @param oldest when the first of them was opened; empty when nothing waits
   */
  public record Waiting(int all, int overdue, Optional<Instant> oldest) {}

  /** Opens a record for the running person, with her reason. */
  @Transactional
  public void open(OrganizationId organization, PatientId patient, String reason) {
    var scope = Scopes.current();
    if (!scope.may(organization, "break_glass", Verb.CREATE)) {
      throw Refused.denied("no-right/nurse");
    }
    if (restrictions.hides(organization, patient, scope.country())) {
      throw Refused.notFound("patient.missing");
    }
    var words = reason.strip();
    if (words.length() < REASON_LENGTH_MIN || words.length() > REASON_LENGTH_MAX) {
      throw Refused.invalid("reason.length").onField("reason");
    }
    var now = clock.instant();
    var opening = new Opening(Ids.next(), patient, scope.account().orElseThrow(), words, now);
    store.add(organization, opening, now.plus(OPEN_FOR));
    audit.done(Act.onPatient(organization, "broke-glass", patient).of("break_glass", opening.id()));
  }

  /** What still has to be reviewed in a clinic, oldest first; 200 at most of {@link #waiting}. */
  @Transactional(readOnly = true)
  public List<Opening> toReview(OrganizationId organization) {
    return store.toReview(organization);
  }

  /** All that waits, and of it what was opened before a moment and is therefore overdue. */
  @Transactional(readOnly = true)
  public Waiting waiting(OrganizationId organization, Instant overdueBefore) {
    return store.waiting(organization, overdueBefore);
  }

  /** The latest reviews, newest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Reviewed> reviewed(OrganizationId organization) {
    return store.reviewed(organization);
  }

  /** Reviews an opening, once; nobody reviews her own. */
  @Transactional
  public void review(OrganizationId organization, UUID id, Found found) {
    var scope = Scopes.current();
    if (!scope.may(organization, "break_glass", Verb.APPROVE)) {
      throw Refused.denied("no-right/review");
    }
    var words = found.words().strip();
    if (words.isEmpty() || words.length() > FOUND_LENGTH_MAX) {
      throw Refused.invalid("finding.words").onField("found");
    }
    var reviewer = scope.account().orElseThrow();
    var review = new BreakGlassStore.Review(id, reviewer, new Found(found.finding(), words));
    if (!store.review(organization, review, clock.instant())) {
      throw Refused.conflict("review.done");
    }
    audit.done(
        Act.on(organization, "reviewed", "break_glass", id)
            .with(found.finding().name().toLowerCase(java.util.Locale.ROOT)));
  }
}
