package health.malasakit.inquiries.web;

import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypes;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.Visits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was done in a call, from which its wrap-up is filled. */
@Component
class DoneInCall {

  private static final int LOOKED_AT = 20;
  private static final Map<String, String> REASONS =
      Map.of("booked", "book", "moved", "move", "cancelled", "cancel");

  private final CallerChecks checks;
  private final Visits visits;
  private final VisitTypes types;
  private final Sites sites;

  DoneInCall(CallerChecks checks, Visits visits, VisitTypes types, Sites sites) {
    this.checks = checks;
    this.visits = visits;
    this.types = types;
    this.sites = sites;
  }

  /**
   * What was done last.
   *
   * @param reason code of what the call was about; empty when nothing tells it
   * @param outcome code of how it ended; empty when nothing tells it
   * @param readBack to say aloud before the call ends: when, where, what to bring; empty for none
   */
  record Done(String reason, String outcome, String readBack) {

    static final Done NOTHING = new Done("", "", "");

    @Override
    public String toString() {
      return "Done[" + reason + "]";
    }
  }

  Done of(Call call) {
    var gate = checks.of(call);
    if (gate.proven().isEmpty()) {
      return gate.closed() ? new Done("", "not_proven", "") : Done.NOTHING;
    }
    return gate.proven().stream()
        .flatMap(one -> last(call, one).stream())
        .max(Comparator.comparing(one -> one.change().at()))
        .map(this::done)
        .orElse(new Done("", "done", ""));
  }

  private record Changed(Visit visit, VisitChange change) {}

  private Optional<Changed> last(Call call, Proven proven) {
    var me = Scopes.current().account();
    return visits.of(call.organization(), proven.patient()).stream()
        .filter(visit -> visit.time().from().isAfter(call.startedAt()))
        .limit(LOOKED_AT)
        .flatMap(visit ->
            visits.history(visit).stream()
                .filter(change -> mine(change, call, me))
                .map(change -> new Changed(visit, change)))
        .max(Comparator.comparing(one -> one.change().at()));
  }

  private static boolean mine(VisitChange change, Call call, Optional<AccountId> me) {
    return !change.at().isBefore(call.workedSince())
        && change.by().equals(me)
        && REASONS.containsKey(change.act());
  }

  private Done done(Changed last) {
    var cancelled = last.change().act().equals("cancelled");
    return new Done(
        REASONS.getOrDefault(last.change().act(), ""),
        "done",
        cancelled ? "" : readBack(last.visit()));
  }

  private String readBack(Visit visit) {
    var site = Optional.ofNullable(sites.byIds(List.of(visit.site())).get(visit.site()));
    var bring =
        visit
            .place()
            .type()
            .flatMap(id -> Optional.ofNullable(types.byIds(List.of(id)).get(id)))
            .map(type -> type.details().preparation());
    return Stream.of(
            Optional.of(Moments.at(visit.time().from(), visit.time().zone())),
            site.map(one -> one.name()),
            site.map(one -> one.address().shown()),
            bring)
        .flatMap(Optional::stream)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(". "));
  }
}
