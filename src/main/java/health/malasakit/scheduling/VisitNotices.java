package health.malasakit.scheduling;

import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be known beside a visit or a held time: "runs 40 min late". */
@Component
public class VisitNotices {

  private final Notices notices;

  VisitNotices(Notices notices) {
    this.notices = notices;
  }

  /** A stretch of time at a place, with somebody or not. */
  private record Stretch(
      OrganizationId organization,
      SiteId site,
      Optional<PractitionerId> practitioner,
      VisitTime time) {

    boolean concernedBy(Notice notice) {
      return notice.organization().equals(organization)
          && notice.shownBetween(time.from(), time.end())
          && practitioner
              .map(one -> notice.concerns(site, one))
              .orElseGet(() -> notice.concerns(site));
    }
  }

  /** All notices that stand during any of these visits, read at once. */
  @Transactional(readOnly = true)
  public Beside beside(Collection<Visit> visits) {
    var first = visits.stream().map(visit -> visit.time().from()).min(Instant::compareTo);
    var last = visits.stream().map(visit -> visit.time().end()).max(Instant::compareTo);
    return new Beside(
        first.flatMap(from -> last.map(until -> notices.between(from, until))).orElse(List.of()));
  }

  /** The words beside a time that is held. */
  @Transactional(readOnly = true)
  public List<String> beside(Hold hold) {
    var where = hold.where();
    var stretch =
        new Stretch(
            hold.organization(), where.site(), Optional.of(where.practitioner()), hold.time());
    return words(notices.between(hold.time().from(), hold.time().end()), stretch);
  }

  /** Notices, from which each visit takes what concerns it. */
  public record Beside(List<Notice> notices) {

    /** The words beside one visit. */
    public List<String> words(Visit visit) {
      return VisitNotices.words(
          notices,
          new Stretch(
              visit.organization(), visit.site(), visit.place().practitioner(), visit.time()));
    }
  }

  private static List<String> words(List<Notice> notices, Stretch stretch) {
    return notices.stream().filter(stretch::concernedBy).map(Notice::words).toList();
  }
}
