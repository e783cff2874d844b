package health.malasakit.inquiries.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypes;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.MessageKind;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.video.VideoWords;
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
  private final RecordGate records;
  private final Visits visits;
  private final VisitTypes types;
  private final Sites sites;
  private final Messages messages;
  private final VideoWords videos;

  DoneInCall(
      CallerChecks checks,
      RecordGate records,
      Visits visits,
      VisitTypes types,
      Sites sites,
      Messages messages,
      VideoWords videos) {
    this.checks = checks;
    this.records = records;
    this.visits = visits;
    this.types = types;
    this.sites = sites;
    this.videos = videos;
    this.messages = messages;
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
    var closed =
        records.closed(call.organization(), gate.proven().stream().map(Proven::patient).toList());
    var changed =
        gate.proven().stream()
            .filter(one -> !closed.contains(one.patient()))
            .flatMap(one -> last(call, one).stream())
            .max(Comparator.comparing(one -> one.change().at()));
    var message =
        messages
            .lastIn(call)
            .filter(
                one -> changed.filter(it -> it.change().at().isAfter(one.taken().at())).isEmpty());
    if (message.isPresent()) {
      return new Done(reason(message.get()), "message", changed.map(this::readBack).orElse(""));
    }
    return changed.map(this::done).orElse(nothingChanged(gate));
  }

  private static String reason(Message message) {
    return Optional.ofNullable(MessageKind.ALL.get(message.wanted().kind()))
        .map(MessageKind::reason)
        .orElse("");
  }

  private static Done nothingChanged(CallerChecks.Gate gate) {
    if (!gate.proven().isEmpty()) {
      return new Done("", "done", "");
    }
    return gate.closed() ? new Done("", "not_proven", "") : Done.NOTHING;
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
    return new Done(REASONS.getOrDefault(last.change().act(), ""), "done", readBack(last));
  }

  private String readBack(Changed last) {
    return last.change().act().equals("cancelled") ? "" : readBack(last.visit());
  }

  private String readBack(Visit visit) {
    var video = videos.aloud(visit);
    var site =
        Optional.ofNullable(sites.byIds(List.of(visit.site())).get(visit.site()))
            .filter(one -> video.isEmpty());
    var bring =
        visit
            .place()
            .type()
            .flatMap(id -> Optional.ofNullable(types.byIds(List.of(id)).get(id)))
            .map(type -> type.details().preparation());
    return Stream.of(
            Optional.of(Moments.at(visit.time().from(), visit.time().zone())),
            video,
            site.map(one -> one.name()),
            site.map(one -> one.address().shown()),
            bring)
        .flatMap(Optional::stream)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(". "));
  }
}
