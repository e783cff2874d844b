package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.gate.WrongProofs;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A caller on the line who was proven for the wrong person. */
@Component
public class WrongInCalls {

  private final MixUpStore store;
  private final MixUpBook book;
  private final MixUps mixUps;
  private final MixUpLines lines;
  private final MixUpRights rights;
  private final DoneThings done;
  private final Calls calls;
  private final Gates gates;

  WrongInCalls(
      MixUpStore store,
      MixUpBook book,
      MixUps mixUps,
      MixUpLines lines,
      MixUpRights rights,
      DoneThings done,
      Calls calls,
      Gates gates) {
    this.store = store;
    this.book = book;
    this.mixUps = mixUps;
    this.lines = lines;
    this.rights = rights;
    this.done = done;
    this.calls = calls;
    this.gates = gates;
  }

  /** For whom a caller is proven, for whom she was by mistake, and what is kept apart of a call. */
  @Component
  record Gates(CallerChecks checks, WrongProofs wrong, KeptAside aside) {}

  /**
   * She is the wrong person: her record closes again for this call, at once. It stands with the
   * privacy officer from now on.
   *
   * @throws Refused as {@link WrongProofs#end}
   */
  @Transactional
  public MixUpId begin(OrganizationId clinic, CallId id, PatientId wrong) {
    gates.wrong().end(clinic, id, wrong);
    var one =
        MixUp.of(clinic, thing(id), MixUp.IN_CALL, book.me()).told(Slip.MINE, Set.of(Told.PROVEN));
    book.begin(one, wrong);
    gates.aside().tell(clinic, id, wrong, one.done());
    return one.id();
  }

  /** The one of a call of hers of which she has yet to say what becomes of what was done. */
  @Transactional(readOnly = true)
  public Optional<MixUp> unsettled(Call call) {
    return store.of(call.organization(), thing(call.id())).stream()
        .filter(one -> one.version() == MixUp.IN_CALL)
        .findFirst();
  }

  /**
   * How such a call stands.
   *
   * @param did for the wrong person, in this order
   * @param apart what was done besides, of which no page of a patient shows anything
   * @param unseen whether she took down besides what she may not see
   * @param right for whom the caller is proven now; empty while nobody asked again
   */
  public record Stands(
      MixUp one,
      Call call,
      List<Did> did,
      List<KeptApart.Kept> apart,
      boolean unseen,
      Optional<PatientId> right) {

    /** Whether it was said already what becomes of what was done. */
    public boolean settled() {
      return one.version() != MixUp.IN_CALL;
    }
  }

  /**
   * For whoever has the call.
   *
   * @throws Refused not found, code {@code mixup.none}
   */
  @Transactional(readOnly = true)
  public Stands stands(OrganizationId clinic, MixUpId id) {
    var one = store.find(clinic, id).orElseThrow(MixUps::none);
    var call = hers(one);
    var wrong = wrong(one);
    return new Stands(
        one,
        call,
        done.in(call, wrong),
        gates.aside().seen(call, wrong),
        gates.aside().unseen(call),
        right(call));
  }

  /**
   * What was done goes to the right person, or stays.
   *
   * @param goes what goes; the rest stays where it is
   * @param apart what goes of what is kept apart
   */
  public record Settling(
      Slip slip, Set<Told> told, Set<Thing> goes, Set<UUID> apart, String despite) {

    boolean moves() {
      return !goes.isEmpty() || !apart.isEmpty();
    }
  }

  /**
   * Settles it. Nothing of the wrong person is shown or opened by it.
   *
   * @throws Refused conflict, codes {@code mixup.unproven} when something is to go to her for whom
   *     nobody is proven yet, {@code mixup.changed}, and those of a visit
   */
  @Transactional
  public void settle(OrganizationId clinic, MixUpId id, Settling how) {
    var one = book.alone(clinic, id).orElseThrow(MixUps::none);
    var call = hers(one);
    calls.alone(clinic, call.id());
    var wrong = wrong(one);
    var right = right(call);
    if (one.version() != MixUp.IN_CALL
        || !movable(call, wrong).containsAll(how.goes())
        || !kept(call, wrong).containsAll(how.apart())) {
      throw Refused.conflict("mixup.changed");
    }
    if (right.isEmpty() && how.moves()) {
      throw Refused.conflict("mixup.unproven");
    }
    var told = EnumSet.copyOf(one.told());
    told.addAll(how.told());
    var settled = one.settled(how.slip(), told);
    book.settled(settled);
    right.ifPresent(whose -> book.ends(settled, whose));
    if (!how.goes().isEmpty()) {
      give(settled, call, wrong, how);
    }
    right.ifPresent(whose -> gates.aside().giveTo(call, how.apart(), wrong, whose));
  }

  private void give(MixUp one, Call call, PatientId wrong, Settling how) {
    var right = right(call).orElseThrow();
    rights.requireOpen(call.organization(), right);
    var moving =
        new MixUps.Moving(
            call.organization(),
            one.thing(),
            one.version(),
            right,
            how.slip(),
            how.told(),
            how.despite(),
            how.goes());
    var ended =
        gates.wrong().of(call).stream()
            .filter(each -> each.patient().equals(wrong))
            .findFirst()
            .orElseThrow(MixUps::none);
    gates
        .wrong()
        .putRight(
            call,
            ended,
            () -> {
              mixUps.giveParts(one, wrong, moving);
              return true;
            });
  }

  private Set<Thing> movable(Call call, PatientId wrong) {
    var all = new HashSet<Thing>();
    done.in(call, wrong).stream().filter(Did::movable).map(Did::thing).forEach(all::add);
    return all;
  }

  private Set<UUID> kept(Call call, PatientId wrong) {
    return gates.aside().seen(call, wrong).stream()
        .map(KeptApart.Kept::id)
        .collect(Collectors.toSet());
  }

  /** For whom the caller of a call is proven, the latest first; no wrong person is among them. */
  @Transactional(readOnly = true)
  public List<PatientId> proven(OrganizationId clinic, CallId id) {
    return gates.checks().of(calls.get(clinic, id)).proven().stream().map(Proven::patient).toList();
  }

  private Call hers(MixUp one) {
    if (one.thing().what() != Thing.What.CALL || !one.inCall()) {
      throw MixUps.none();
    }
    var call = calls.get(one.organization(), new CallId(one.thing().id()));
    if (!call.isOf(Scopes.current().account().orElseThrow())) {
      throw MixUps.none();
    }
    return call;
  }

  private PatientId wrong(MixUp one) {
    return lines.persons(one).wrong().orElseThrow(MixUps::none);
  }

  private Optional<PatientId> right(Call call) {
    return gates.checks().of(call).proven().stream().map(Proven::patient).findFirst();
  }

  private static Thing thing(CallId id) {
    return new Thing(Thing.What.CALL, id.value());
  }
}
