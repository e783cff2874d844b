package health.malasakit.scheduling.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.Programme;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The coverage that was on file on the day of a visit, whatever was corrected since; where none
 * was, what came on file later and says that it covers that day.
 */
@Component
class VisitCover {

  private final Policies policies;
  private final RecordGate gate;
  private final Colleagues colleagues;
  private final SchedulingWords sayings;
  private final Clock clock;

  VisitCover(
      Policies policies,
      RecordGate gate,
      Colleagues colleagues,
      SchedulingWords sayings,
      Clock clock) {
    this.policies = policies;
    this.gate = gate;
    this.colleagues = colleagues;
    this.sayings = sayings;
    this.clock = clock;
  }

  /**
   * One line, which tells nothing while she who is on the line may book and no more; empty before
   * the visit begins, and for who may read no coverage.
   */
  String thatDay(Visit visit) {
    boolean begun = !visit.time().from().isAfter(clock.instant());
    if (!begun || !Scopes.current().may(visit.organization(), "coverage", Verb.READ)) {
      return "";
    }
    var whose = List.of(visit.patient());
    if (!gate.closed(visit.organization(), whose, Depth.RECORD).isEmpty()) {
      return sayings.say("visit.cover.closed");
    }
    var day = visit.time().date();
    var endOfDay = day.plusDays(1).atStartOfDay(visit.time().zone()).toInstant();
    var then = policies.of(visit.organization(), visit.patient(), endOfDay, day);
    if (!then.isEmpty()) {
      return sayings.say("visit.cover", lines(then, visit));
    }
    var since = policies.tellingOf(visit.organization(), visit.patient(), day);
    if (!since.isEmpty()) {
      return sayings.say("visit.cover.since", lines(since, visit));
    }
    return switch (visit.origin()) {
      case HERE -> sayings.say("visit.cover.none");
      case IMPORTED -> sayings.say("visit.cover.unsaid");
    };
  }

  private String lines(List<Policy> found, Visit visit) {
    var readers = found.stream().flatMap(policy -> policy.readBy().stream()).distinct().toList();
    var names = colleagues.names(readers);
    return found.stream().map(one -> line(one, visit, names)).collect(Collectors.joining("; "));
  }

  private String line(Policy policy, Visit visit, Map<AccountId, String> names) {
    var at = Moments.dated(policy.readAt(), visit.time().zone());
    var read =
        policy
            .readBy()
            .map(by ->
                sayings.say(
                    "visit.cover." + policy.facts().basis().code(),
                    names.getOrDefault(by, "?"),
                    at))
            .orElseGet(() -> sayings.say("visit.cover.imported", at));
    return String.join(", ", card(policy.facts()), read);
  }

  private String card(PolicyFacts facts) {
    if (facts.programme() == Programme.SELF_PAY) {
      return sayings.say("visit.cover.self_pay");
    }
    var member =
        facts.memberId().isBlank()
            ? sayings.say("visit.cover.no_id")
            : sayings.say("visit.cover.id", facts.memberId());
    return String.join(", ", facts.payer(), member);
  }
}
