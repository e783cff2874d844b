package health.malasakit.inquiries.mixups;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patients;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves what was written to the wrong person to the right one, in one act. */
@Component
public class MixUps {

  private final MixUpBook book;
  private final MixUpRights rights;
  private final Things things;
  private final DoneThings done;
  private final KeptAside aside;
  private final Patients patients;

  MixUps(
      MixUpBook book,
      MixUpRights rights,
      Things things,
      DoneThings done,
      KeptAside aside,
      Patients patients) {
    this.book = book;
    this.rights = rights;
    this.things = things;
    this.done = done;
    this.aside = aside;
    this.patients = patients;
  }

  /**
   * A thing to be moved.
   *
   * @param version that was on the screen
   * @param despite why it goes to her though her file speaks against it; else empty
   * @param also what came out of that call and goes with it
   */
  public record Moving(
      OrganizationId clinic,
      Thing thing,
      int version,
      PatientId right,
      Slip slip,
      Set<Told> told,
      String despite,
      Set<Thing> also) {

    Moving with(Set<Thing> goes) {
      return new Moving(clinic, thing, version, right, slip, told, despite, goes);
    }

    @Override
    public String toString() {
      return "Moving[" + thing + "]";
    }
  }

  /**
   * Moves it, and what came out of it; both persons' records must be open to whoever does it.
   *
   * @throws Refused as the gates say; conflict, codes {@code mixup.same}, {@code mixup.nobody},
   *     {@code mixup.changed} and those of a visit
   */
  @Transactional
  public MixUpId move(Moving moving) {
    var clinic = moving.clinic();
    rights.require(clinic, moving.thing());
    book.lock(clinic, Stream.concat(Stream.of(moving.thing()), moving.also().stream()));
    var before = things.alone(clinic, moving.thing());
    var wrong = before.patient();
    rights.requireOpen(clinic, wrong);
    rights.requireOpen(clinic, moving.right());
    if (wrong.equals(moving.right())) {
      throw Refused.conflict("mixup.same").onField("right");
    }
    if (before.version() != moving.version() || !came(moving, wrong).containsAll(moving.also())) {
      throw Refused.conflict("mixup.changed");
    }
    var goes = goes(moving, wrong);
    int version = things.give(clinic, moving.thing(), moving.right(), moving.despite());
    var one =
        MixUp.of(clinic, moving.thing(), version, book.me())
            .told(moving.slip(), told(moving, before));
    book.add(one, wrong, moving.right());
    giveParts(one, wrong, moving.with(goes));
    if (moving.thing().what() == Thing.What.CALL) {
      aside.tell(clinic, new CallId(moving.thing().id()), wrong, one.done());
    }
    return one.id();
  }

  /** What goes with it, each with a line of its own on both pages. */
  void giveParts(MixUp whole, PatientId wrong, Moving moving) {
    for (var thing : moving.also()) {
      rights.require(moving.clinic(), thing);
      int version = things.give(moving.clinic(), thing, moving.right(), moving.despite());
      var part = MixUp.of(moving.clinic(), thing, version, book.me()).told(moving.slip(), Set.of());
      book.add(part.partOf(whole.id()), wrong, moving.right());
    }
  }

  /** What is ticked; and an emergency always: it was about whoever was on the line. */
  private Set<Thing> goes(Moving moving, PatientId wrong) {
    return Stream.concat(
            moving.also().stream(),
            done.outOf(moving.clinic(), moving.thing(), wrong).stream()
                .filter(MixUps::always)
                .map(Did::thing))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean always(Did did) {
    return did.thing().what() == Thing.What.EMERGENCY;
  }

  private Collection<Thing> came(Moving moving, PatientId wrong) {
    return moving.also().isEmpty()
        ? List.of()
        : movable(done.outOf(moving.clinic(), moving.thing(), wrong)).stream()
            .map(Did::thing)
            .toList();
  }

  /** When a call began, a visit begins, or a message was taken. */
  @Transactional(readOnly = true)
  public Instant at(OrganizationId clinic, Thing thing) {
    return things.at(clinic, thing);
  }

  /**
   * Whose a thing is now, and its version.
   *
   * @param came what came out of it and can go with it, in the order in which it was done; without
   *     what goes in any case
   */
  public record Stands(PatientId patient, int version, List<Did> came) {}

  /**
   * How a thing stands, for a person who looks: written into the audit.
   *
   * @throws Refused as {@link #move}
   */
  @Transactional
  public Stands look(OrganizationId clinic, Thing thing) {
    rights.require(clinic, thing);
    var now = things.now(clinic, thing);
    patients.open(clinic, now.patient(), Depth.BOOKING);
    return new Stands(
        now.patient(),
        now.version(),
        movable(done.outOf(clinic, thing, now.patient())).stream()
            .filter(did -> !always(did))
            .toList());
  }

  private static List<Did> movable(List<Did> all) {
    return all.stream().filter(Did::movable).toList();
  }

  private static Set<Told> told(Moving moving, Things.Now before) {
    var told = EnumSet.noneOf(Told.class);
    told.addAll(moving.told());
    if (before.proven()) {
      told.add(Told.PROVEN);
    }
    return told;
  }

  static Refused none() {
    return Refused.notFound("mixup.none");
  }
}
