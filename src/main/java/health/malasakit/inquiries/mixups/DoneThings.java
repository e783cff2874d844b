package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.messages.MessagesGiven;
import health.malasakit.inquiries.outbound.CallBacksGiven;
import health.malasakit.inquiries.redflags.EmergenciesGiven;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Visits;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was done in a call for one patient. */
@Component
class DoneThings {

  private static final int VISITS_MAX = 20;
  private static final String BOOKED = "booked";
  private static final Set<String> PUT_BACK = Set.of("moved", "cancelled");

  private final Calls calls;
  private final Visits visits;
  private final MessagesGiven messages;
  private final CallBacksGiven callBacks;
  private final EmergenciesGiven emergencies;
  private final Promises promises;
  private final WrapUps wrapUps;

  DoneThings(
      Calls calls,
      Visits visits,
      MessagesGiven messages,
      CallBacksGiven callBacks,
      EmergenciesGiven emergencies,
      Promises promises,
      WrapUps wrapUps) {
    this.calls = calls;
    this.visits = visits;
    this.messages = messages;
    this.callBacks = callBacks;
    this.emergencies = emergencies;
    this.promises = promises;
    this.wrapUps = wrapUps;
  }

  /** What came out of a call for her; nothing comes out of anything else. */
  List<Did> outOf(OrganizationId clinic, Thing thing, PatientId patient) {
    return switch (thing.what()) {
      case CALL -> in(calls.get(clinic, new CallId(thing.id())), patient);
      case VISIT, MESSAGE, PROMISE, CALL_BACK, EMERGENCY -> List.of();
    };
  }

  /** In the order in which it was done. */
  List<Did> in(Call call, PatientId patient) {
    return Stream.of(
            visits(call, patient),
            messages.takenIn(call, patient).stream()
                .map(one ->
                    new Did(
                        new Thing(Thing.What.MESSAGE, one.id().value()), true, one.taken().at())),
            callBacks.askedIn(call, patient).stream()
                .map(one ->
                    new Did(
                        new Thing(Thing.What.CALL_BACK, one.id().value()),
                        true,
                        one.opened().at())),
            emergencies.openedIn(call, patient).stream()
                .map(one ->
                    new Did(
                        new Thing(Thing.What.EMERGENCY, one.id().value()), true, one.openedAt())),
            promises(call, patient))
        .flatMap(each -> each)
        .sorted(Comparator.comparing(Did::at))
        .toList();
  }

  private Stream<Did> visits(Call call, PatientId patient) {
    return visits.of(call.organization(), patient).stream()
        .filter(visit -> visit.time().from().isAfter(call.workedSince()))
        .limit(VISITS_MAX)
        .flatMap(visit -> {
          var hers =
              visits.history(visit).stream()
                  .filter(change -> in(call, change.by(), change.at()))
                  .toList();
          var thing = new Thing(Thing.What.VISIT, visit.id().value());
          return Stream.concat(
              hers.stream()
                  .filter(change -> change.act().equals(BOOKED))
                  .map(change -> new Did(thing, true, change.at())),
              hers.stream()
                  .filter(change ->
                      PUT_BACK.contains(change.act())
                          && hers.stream().noneMatch(one -> one.act().equals(BOOKED)))
                  .limit(1)
                  .map(change -> new Did(thing, false, change.at())));
        });
  }

  /** That of the write-up goes with the call itself. */
  private Stream<Did> promises(Call call, PatientId patient) {
    var written = wrapUps.about(call).flatMap(WrapUps.About::promise);
    return promises.historyAbout(call.organization(), patient).stream()
        .filter(one ->
            one.step().change().equals("made")
                && in(call, Optional.of(one.step().by()), one.step().at())
                && written.filter(one.promise()::equals).isEmpty())
        .map(one -> did(one.promise(), one.step().at()));
  }

  private static Did did(PromiseId promise, Instant at) {
    return new Did(new Thing(Thing.What.PROMISE, promise.value()), true, at);
  }

  /** By whoever has, or had, the call, from its first word until it was written up. */
  private static boolean in(Call call, Optional<AccountId> by, Instant at) {
    return !at.isBefore(call.workedSince())
        && call.closed().filter(closed -> at.isAfter(closed.at())).isEmpty()
        && by.filter(call::isOf).isPresent();
  }
}
