package health.malasakit.desk.web;

import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.When;
import health.malasakit.workqueue.Draft;
import health.malasakit.workqueue.Drafts;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what home shows, in one transaction. */
@Component
class HomeParts {

  private static final Duration SHIFT = Duration.ofHours(12);
  private static final int NOON = 12;
  private static final int EVENING = 18;

  private final ClinicsAt clinicsAt;
  private final HomeClinics today;
  private final HomeTold told;
  private final Promises promises;
  private final PromiseLines lines;
  private final HomeReviews reviews;
  private final Drafts drafts;
  private final Clock clock;

  HomeParts(
      ClinicsAt clinicsAt,
      HomeClinics today,
      HomeTold told,
      Promises promises,
      PromiseLines lines,
      HomeReviews reviews,
      Drafts drafts,
      Clock clock) {
    this.clinicsAt = clinicsAt;
    this.today = today;
    this.told = told;
    this.promises = promises;
    this.lines = lines;
    this.reviews = reviews;
    this.drafts = drafts;
    this.clock = clock;
  }

  @Transactional
  HomePage page() {
    var scope = Scopes.current();
    var now = clock.instant();
    var at = clinicsAt.inScope();
    var owed = lines.listed(promises.mine(), at, "home");
    var begun = drafts.mine().stream().map(draft -> draft(draft, scope.zone(), now)).toList();
    var waiting = (int) owed.stream().filter(line -> line.state().equals("waits")).count();
    return new HomePage(
        daypart(now.atZone(scope.zone()).getHour()),
        Moments.at(now, scope.zone()),
        told.notices(at),
        told.toTell(at),
        told.messages(),
        owed,
        lines.listed(promises.aboutRestricted(), at, "home"),
        scope.may("promises", Verb.CREATE),
        reviews.of(at, now),
        today.lines(at, now),
        begun,
        new HomePage.Numbers(promises.keptSince(now.minus(SHIFT)), owed.size(), waiting));
  }

  /** After midnight it is morning: many a shift in Manila begins then. */
  static String daypart(int hour) {
    if (hour < NOON) {
      return "morning";
    }
    return hour < EVENING ? "afternoon" : "evening";
  }

  private static HomePage.DraftLine draft(Draft draft, ZoneId zone, Instant now) {
    return new HomePage.DraftLine(
        "desk.draft." + (KINDS.contains(draft.kind()) ? draft.kind() : "other"),
        draft.path(),
        draft.key(),
        When.of(draft.at(), zone),
        Moments.relative(draft.at(), now));
  }

  /** The kinds of forms that have words of their own; any other is "a form". */
  private static final Set<String> KINDS =
      Set.of(
          "promise",
          "text",
          "coverage",
          "register",
          "patient",
          "booking",
          "notice",
          "clinic",
          "note",
          "emergency",
          "message");
}
