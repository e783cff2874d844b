package health.malasakit.directory;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something to know about a clinic, a site or a practitioner for a while: "runs 40 min late".
 *
 * @param by empty when a job wrote it
 * @param readByMe when the person who asks said that she read it
 * @param withdrawn when it was taken back before its end
 */
public record Notice(
    NoticeId id,
    OrganizationId organization,
    Details details,
    Optional<AccountId> by,
    Instant writtenAt,
    Optional<Instant> readByMe,
    Optional<Instant> withdrawn,
    long version) {

  /**
   * What a person types.
   *
   * @param until first moment at which it is no longer shown
   * @param mustRead stays in front until each person has said that she read it
   */
  public record Details(About about, String words, Instant from, Instant until, boolean mustRead) {}

  /** What it is about. */
  public sealed interface About {
    record WholeClinic() implements About {}

    record AtSite(SiteId site) implements About {}

    record OfPractitioner(PractitionerId practitioner) implements About {}
  }

  public About about() {
    return details.about();
  }

  public String words() {
    return details.words();
  }

  /** Whether it is to be known where this practitioner sees somebody at this site. */
  public boolean concerns(SiteId site, PractitionerId practitioner) {
    return switch (details.about()) {
      case About.WholeClinic all -> true;
      case About.AtSite(SiteId only) -> only.equals(site);
      case About.OfPractitioner(PractitionerId only) -> only.equals(practitioner);
    };
  }

  /** The same where nobody in particular sees somebody. */
  public boolean concerns(SiteId site) {
    return switch (details.about()) {
      case About.WholeClinic all -> true;
      case About.AtSite(SiteId only) -> only.equals(site);
      case About.OfPractitioner one -> false;
    };
  }

  /** Whether it is shown at some time between two moments. */
  public boolean shownBetween(Instant begin, Instant end) {
    return withdrawn.isEmpty() && details.from().isBefore(end) && details.until().isAfter(begin);
  }

  /** Whether it is shown at that moment. */
  public boolean shownAt(Instant at) {
    return withdrawn.isEmpty() && !at.isBefore(details.from()) && at.isBefore(details.until());
  }

  /** Still in front of the person who asks. */
  public boolean waits() {
    return details.mustRead() && readByMe.isEmpty();
  }
}
