package health.malasakit.scheduling;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.patients.DeathTakenBack;
import health.malasakit.patients.PatientDied;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The coming visits of a patient who has died go to the clinic: they stand in "to move", each to be
 * cancelled there. When the news was a mistake they are booked as before.
 */
@Component
class DeathReactions {

  private final ToMoveStore store;
  private final Patients patients;
  private final Audit audit;
  private final Clock clock;

  DeathReactions(ToMoveStore store, Patients patients, Audit audit, Clock clock) {
    this.store = store;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /** May come late or again: what is true of her now decides. */
  @ApplicationModuleListener
  void on(PatientDied died) {
    var card = patients.cards(List.of(died.patient())).get(died.patient());
    if (card == null || !card.deceased()) {
      return;
    }
    var visits = store.noteComing(died.organization(), died.patient(), clock.instant());
    if (visits > 0) {
      audit.done(
          Act.onPatient(died.organization(), "changed", died.patient())
              .with(visits + " to clinic"));
    }
  }

  @ApplicationModuleListener
  void on(DeathTakenBack lives) {
    store.forget(lives.organization(), lives.patient().value());
  }
}
