package health.malasakit.inquiries.mixups;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.mixups.MixUp.Done;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where mix-ups are written down, with the lines of both persons and in the audit. */
@Component
class MixUpBook {

  private final MixUpStore store;
  private final MixUpSideStore sides;
  private final Audit audit;
  private final Clock clock;

  MixUpBook(MixUpStore store, MixUpSideStore sides, Audit audit, Clock clock) {
    this.store = store;
    this.sides = sides;
    this.audit = audit;
    this.clock = clock;
  }

  /** Moved from one to the other. */
  void add(MixUp one, PatientId wrong, PatientId right) {
    begin(one, wrong);
    ends(one, right);
  }

  /** It is not hers; whose it is, is yet to be known. */
  void begin(MixUp one, PatientId wrong) {
    store.add(one);
    sides.wrong(one, wrong);
    written(one, "moved-to-another", wrong);
  }

  /** It is this person's. */
  void ends(MixUp one, PatientId right) {
    sides.right(one, right);
    written(one, "moved-here", right);
  }

  void settled(MixUp one) {
    store.settle(one);
  }

  void back(MixUp undone, MixUpLines.Persons both) {
    store.save(undone);
    Stream.of(both.wrong(), both.right())
        .flatMap(Optional::stream)
        .forEach(whose -> written(undone, "moved-back", whose));
  }

  /** Until this transaction has ended nobody else moves these. */
  void lock(OrganizationId clinic, Stream<Thing> things) {
    things.sorted(Comparator.comparing(Thing::id)).forEach(one -> store.lock(clinic, one));
  }

  /** The mix-up, which nobody else changes until this transaction has ended. */
  Optional<MixUp> alone(OrganizationId clinic, MixUpId id) {
    return store.alone(clinic, id);
  }

  /** It and all that went with it. */
  List<MixUp> whole(MixUp one) {
    return Stream.concat(Stream.of(one), store.parts(one).stream()).toList();
  }

  /** By the running person, now. */
  Done me() {
    return new Done(Scopes.current().account().orElseThrow(), clock.instant());
  }

  private void written(MixUp one, String what, PatientId whose) {
    audit.done(
        Act.onPatient(one.organization(), what, whose)
            .of(one.thing().what().code(), one.thing().id()));
  }
}
