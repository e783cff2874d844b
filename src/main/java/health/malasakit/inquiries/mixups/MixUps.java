package health.malasakit.inquiries.mixups;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.mixups.MixUp.Done;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves what was written to the wrong person to the right one, in one act. */
@Component
public class MixUps {

  private final MixUpStore store;
  private final Things things;
  private final Patients patients;
  private final RecordGate gate;
  private final Audit audit;
  private final Clock clock;

  MixUps(
      MixUpStore store,
      Things things,
      Patients patients,
      RecordGate gate,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.things = things;
    this.patients = patients;
    this.gate = gate;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A thing to be moved.
   *
   * @param version that was on the screen
   * @param despite why it goes to her though her file speaks against it; else empty
   */
  public record Moving(
      OrganizationId clinic,
      Thing thing,
      int version,
      PatientId right,
      Slip slip,
      Set<Told> told,
      String despite) {

    @Override
    public String toString() {
      return "Moving[" + thing + "]";
    }
  }

  /** From whom, to whom: each as far as she may be seen. */
  public record Persons(Optional<PatientId> wrong, Optional<PatientId> right) {
    private static final Persons UNSEEN = new Persons(Optional.empty(), Optional.empty());
  }

  /**
   * Moves it; both persons' records must be open to whoever does it.
   *
   * @throws Refused as the gates say; conflict, codes {@code mixup.same}, {@code mixup.nobody},
   *     {@code mixup.changed} and those of a visit
   */
  @Transactional
  public MixUpId move(Moving moving) {
    var clinic = moving.clinic();
    requireRight(clinic, moving.thing());
    var before = things.alone(clinic, moving.thing());
    requireOpen(clinic, before.patient());
    requireOpen(clinic, moving.right());
    if (before.patient().equals(moving.right())) {
      throw Refused.conflict("mixup.same").onField("right");
    }
    if (before.version() != moving.version()) {
      throw Refused.conflict("mixup.changed");
    }
    var told = told(moving, before);
    int version = things.give(clinic, moving.thing(), moving.right(), moving.despite());
    var one =
        new MixUp(
            clinic,
            MixUpId.next(),
            moving.thing(),
            version,
            moving.slip(),
            told,
            me(),
            Optional.empty(),
            Optional.empty());
    store.add(one, before.patient(), moving.right());
    written(one, "moved-to-another", before.patient());
    written(one, "moved-here", moving.right());
    return one.id();
  }

  /** When a call began, a visit begins, or a message was taken. */
  @Transactional(readOnly = true)
  public Instant at(OrganizationId clinic, Thing thing) {
    return things.at(clinic, thing);
  }

  /** Whose a thing is now, and its version. */
  public record Stands(PatientId patient, int version) {}

  /**
   * How a thing stands, for a person who looks: written into the audit.
   *
   * @throws Refused as {@link #move}
   */
  @Transactional
  public Stands look(OrganizationId clinic, Thing thing) {
    requireRight(clinic, thing);
    var now = things.now(clinic, thing);
    patients.open(clinic, now.patient(), Depth.BOOKING);
    return new Stands(now.patient(), now.version());
  }

  /**
   * Moves it back, as long as nothing was done to it since.
   *
   * @throws Refused conflict, codes {@code mixup.undone}, {@code mixup.built}
   */
  @Transactional
  public void undo(OrganizationId clinic, MixUpId id) {
    var one = store.alone(clinic, id).orElseThrow(MixUps::none);
    requireRight(clinic, one.thing());
    var persons = persons(one);
    var wrong = persons.wrong().orElseThrow(MixUps::none);
    var right = persons.right().orElseThrow(MixUps::none);
    requireOpen(clinic, wrong);
    requireOpen(clinic, right);
    var undone = one.undo(me());
    if (!untouched(one, right, things.alone(clinic, one.thing()))) {
      throw Refused.conflict("mixup.built");
    }
    things.giveBack(clinic, one.thing(), wrong);
    store.save(undone);
    written(one, "moved-back", wrong);
    written(one, "moved-back", right);
  }

  /** Whether it can still be moved back at once. */
  @Transactional(readOnly = true)
  public boolean mayUndo(MixUp one) {
    return one.undone().isEmpty()
        && persons(one)
            .right()
            .filter(right -> untouched(one, right, things.now(one.organization(), one.thing())))
            .isPresent();
  }

  private static boolean untouched(MixUp one, PatientId right, Things.Now now) {
    return now.version() == one.version() && now.patient().equals(right);
  }

  /**
   * One mix-up.
   *
   * @throws Refused not found, code {@code mixup.none}
   */
  @Transactional(readOnly = true)
  public MixUp get(OrganizationId clinic, MixUpId id) {
    return store.find(clinic, id).orElseThrow(MixUps::none);
  }

  /** Both its persons, as far as they may be seen from here. */
  @Transactional(readOnly = true)
  public Persons persons(MixUp one) {
    return store
        .persons(one.organization(), List.of(one.id()))
        .getOrDefault(one.id(), Persons.UNSEEN);
  }

  /** Both persons of each mix-up of a clinic, as far as they may be seen from here. */
  @Transactional(readOnly = true)
  public Map<MixUpId, Persons> persons(OrganizationId clinic, Collection<MixUpId> some) {
    return store.persons(clinic, some);
  }

  /** What was moved from or to a patient, the newest first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Side> of(OrganizationId clinic, PatientId patient) {
    return store.of(clinic, patient);
  }

  private static Set<Told> told(Moving moving, Things.Now before) {
    var told = EnumSet.noneOf(Told.class);
    told.addAll(moving.told());
    if (before.proven()) {
      told.add(Told.PROVEN);
    }
    return told;
  }

  /** Whoever may not change a thing moves it to nobody. */
  private static void requireRight(OrganizationId clinic, Thing thing) {
    var object =
        switch (thing.what()) {
          case CALL -> "calls";
          case VISIT -> "appointments";
          case MESSAGE -> "messages";
        };
    var verb = thing.what() == Thing.What.MESSAGE ? Verb.CREATE : Verb.UPDATE;
    if (!Scopes.current().may(clinic, object, verb)) {
      throw Refused.denied("mixup.right");
    }
  }

  /** There, of this clinic, and open to whoever asks. */
  private void requireOpen(OrganizationId clinic, PatientId patient) {
    var card = patients.cards(List.of(patient)).get(patient);
    if (card == null || !card.organization().equals(clinic)) {
      throw Patients.notFound();
    }
    gate.check(clinic, patient, Depth.BOOKING);
  }

  private void written(MixUp one, String what, PatientId whose) {
    audit.done(
        Act.onPatient(one.organization(), what, whose)
            .of(one.thing().what().code(), one.thing().id()));
  }

  private Done me() {
    return new Done(Scopes.current().account().orElseThrow(), clock.instant());
  }

  static Refused none() {
    return Refused.notFound("mixup.none");
  }
}
