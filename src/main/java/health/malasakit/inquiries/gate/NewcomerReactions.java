package health.malasakit.inquiries.gate;

import health.malasakit.deadlines.BusinessDays;
import health.malasakit.inquiries.CallClosed;
import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.inquiries.gate.NewcomerStore.Newcomer;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientRegistered;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.LookAlikes;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who looks like a new patient is not shown while a caller is on the line. When the call is written
 * up, whoever writes it has to compare by the end of the clinic's next working day; if nobody looks
 * alike, nobody is asked.
 */
@Component
class NewcomerReactions {

  private final NewcomerStore store;
  private final OpenCallStore calls;
  private final Patients patients;
  private final LookAlikes lookAlikes;
  private final Promises promises;
  private final ClinicDays days;
  private final Clock clock;

  NewcomerReactions(
      NewcomerStore store,
      OpenCallStore calls,
      Patients patients,
      LookAlikes lookAlikes,
      Promises promises,
      ClinicDays days,
      Clock clock) {
    this.store = store;
    this.calls = calls;
    this.patients = patients;
    this.lookAlikes = lookAlikes;
    this.promises = promises;
    this.days = days;
    this.clock = clock;
  }

  /** In the same transaction. */
  @EventListener
  void on(PatientRegistered registered) {
    Scopes.current()
        .account()
        .ifPresent(me -> belongs(registered, calls.of(List.of(me)), clock.instant()));
  }

  /**
   * To the call in which her form was begun, while that is hers to write up; else to the one on the
   * line. With nobody on the line it was shown who looks alike, so it is not asked again.
   */
  private void belongs(PatientRegistered registered, List<OpenCall> mine, Instant now) {
    var live = mine.stream().filter(one -> one.state().live()).toList();
    mine.stream()
        .filter(one -> registered.contact().filter(one.call().value()::equals).isPresent())
        .findFirst()
        .or(() -> OpenCall.spoken(live))
        .or(() -> live.stream().findFirst())
        .ifPresent(call ->
            store.add(
                new Newcomer(registered.organization(), registered.patient()),
                call.call(),
                now,
                live.isEmpty() ? Optional.of(now) : Optional.empty()));
  }

  /** In the transaction that writes the call up. */
  @EventListener
  void on(CallClosed closed) {
    store
        .asked(Scopes.current().organizations(), closed.call(), clock.instant())
        .forEach(this::ask);
  }

  private void ask(Newcomer one) {
    patients
        .find(one.organization(), one.patient())
        .filter(lookAlikes::known)
        .ifPresent(patient -> promises.make(question(one)));
  }

  private NewPromise question(Newcomer one) {
    var zone = days.zone(one.organization());
    var until = BusinessDays.addBusinessDays(days.today(one.organization()), 1);
    return new NewPromise(
        one.organization(),
        Optional.of(one.patient()),
        Sentences.of("inquiries.newcomer.compare"),
        Promise.To.CLINIC,
        BusinessDays.endOfDay(until, zone),
        zone,
        Scopes.current().account().orElseThrow());
  }
}
