package health.malasakit.scheduling.web;

import health.malasakit.access.Colleagues;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Visit;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The coverage that was on file on the day of a visit, whatever was corrected since. */
@Component
class VisitCover {

  private final Policies policies;
  private final Colleagues colleagues;
  private final SchedulingWords sayings;
  private final Clock clock;

  VisitCover(Policies policies, Colleagues colleagues, SchedulingWords sayings, Clock clock) {
    this.policies = policies;
    this.colleagues = colleagues;
    this.sayings = sayings;
    this.clock = clock;
  }

  /** One line; empty before the visit begins, and for who may read no coverage. */
  String thatDay(Visit visit) {
    boolean begun = !visit.time().from().isAfter(clock.instant());
    if (!begun || !Scopes.current().may(visit.organization(), "coverage", Verb.READ)) {
      return "";
    }
    var day = visit.time().date();
    var endOfDay = day.plusDays(1).atStartOfDay(visit.time().zone()).toInstant();
    var found = policies.of(visit.organization(), visit.patient(), endOfDay, day);
    if (found.isEmpty()) {
      return sayings.say("visit.cover.none");
    }
    var names =
        colleagues.names(
            found.stream().flatMap(policy -> policy.readBy().stream()).distinct().toList());
    return sayings.say(
        "visit.cover",
        found.stream().map(one -> line(one, visit, names)).collect(Collectors.joining("; ")));
  }

  private String line(Policy policy, Visit visit, Map<AccountId, String> names) {
    var facts = policy.facts();
    var payer = facts.payer().isBlank() ? sayings.say("visit.cover.no_payer") : facts.payer();
    var member =
        facts.memberId().isBlank()
            ? sayings.say("visit.cover.no_id")
            : sayings.say("visit.cover.id", facts.memberId());
    var at = Moments.dated(policy.readAt(), visit.time().zone());
    var read =
        policy
            .readBy()
            .map(by -> sayings.say("visit.cover.read", names.getOrDefault(by, "?"), at))
            .orElseGet(() -> sayings.say("visit.cover.file", at));
    return String.join(", ", payer, member, read);
  }
}
