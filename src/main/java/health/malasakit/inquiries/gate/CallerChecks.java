package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import health.malasakit.patients.Patient;
import health.malasakit.patients.reach.NumberWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares what a caller says with what is on file, writes down which facts matched, opens. */
@Component
public class CallerChecks {

  /** After so many answers that do not match, nothing is told to this caller in this call. */
  public static final int FAILURES_MAX = 3;

  private final GateStore store;
  private final Calls calls;
  private final Fitting fitting;
  private final SpeakersNamed speakers;
  private final NumberWords words;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  CallerChecks(
      GateStore store,
      Calls calls,
      Fitting fitting,
      SpeakersNamed speakers,
      NumberWords words,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.calls = calls;
    this.fitting = fitting;
    this.speakers = speakers;
    this.words = words;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /**
   * A caller said who she is.
   *
   * @throws Refused invalid, codes {@code caller.name}, {@code caller.speaker} and those of a birth
   *     date; conflict, code {@code caller.closed} after three answers that did not match, {@code
   *     call.not_yours}
   */
  @Transactional
  public Answer check(OrganizationId organization, CallId id, Said said) {
    var call = mine(organization, id);
    var asking = new Asking(call, store.tries(organization, id), said);
    return switch (said.caller()) {
      case OFFICE, PAYER, NOBODY -> {
        written(asking, List.of(), Optional.empty(), GateTry.NOT_NEEDED);
        yield new Answer.NotNeeded();
      }
      case PATIENT, FOR_HER -> {
        if (Asking.failures(asking.before()) >= FAILURES_MAX) {
          throw Refused.conflict("caller.closed");
        }
        yield compared(asking);
      }
    };
  }

  /** How the gate of a call stands. */
  @Transactional(readOnly = true)
  public Gate of(Call call) {
    var tries = store.tries(call.organization(), call.id());
    return new Gate(
        tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast().caller()),
        FAILURES_MAX - Asking.failures(tries),
        store.proven(call.organization(), List.of(call.id())));
  }

  /**
   * How the gate of a call stands.
   *
   * @param caller who is calling, as it was said last; empty while nobody asked
   * @param left how often may be asked again
   * @param proven for whom the caller was proven, the latest first
   */
  public record Gate(Optional<CallerKind> caller, int left, List<Proven> proven) {

    /** Whether too many answers did not match. */
    public boolean closed() {
      return left <= 0;
    }
  }

  private Answer compared(Asking asking) {
    var again = fitting.again(asking);
    if (again.isEmpty()) {
      requireNames(asking.said());
    }
    var further = asking.further();
    var meant = again.isPresent() ? List.of(again.get()) : fitting.named(asking, today());
    var closer = further.map(fact -> fitting.closer(asking, fact, meant));
    if (meant.isEmpty()) {
      return noMatch(asking, List.of());
    }
    if (closer.isPresent()) {
      return closer.get().size() == 1
          ? spoken(asking, closer.get().getFirst())
          : noMatch(asking, Asking.NAMED);
    }
    if (meant.size() > 1) {
      written(asking, Asking.NAMED, Optional.empty(), GateTry.SEVERAL);
      return new Answer.Several();
    }
    return spoken(asking, meant.getFirst());
  }

  /** The facts are one person's; whoever speaks for her also has to be on file. */
  private Answer spoken(Asking asking, Patient patient) {
    var further = asking.further().isPresent();
    var matched = new ArrayList<>(asking.onlyFurther() ? List.<Fact>of() : Asking.NAMED);
    asking.further().ifPresent(matched::add);
    if (asking.said().caller() == CallerKind.PATIENT) {
      var depth = further ? deepest(asking.call(), patient) : Depth.BOOKING;
      return match(
          asking, matched, new Proven(patient.id(), depth, Optional.empty(), clock.instant()));
    }
    var speaker = speakers.may(patient, asking.said().speaker(), further);
    if (speaker.isEmpty()) {
      return noMatch(asking, matched);
    }
    matched.add(Fact.REPRESENTATIVE);
    var who = Optional.of(speaker.get().representative());
    return match(
        asking, matched, new Proven(patient.id(), speaker.get().depth(), who, clock.instant()));
  }

  /**
   * Whom we rang at a number on file may have what she is reached by changed; not at one that was
   * found to be another's or nobody's.
   */
  private Depth deepest(Call call, Patient patient) {
    return Likeness.rungOnFile(call, patient)
            .filter(
                rung -> words.stopped(call.organization(), patient.id(), List.of(rung)).isEmpty())
            .isPresent()
        ? Depth.CONTACT
        : Depth.RECORD;
  }

  private Answer match(Asking asking, List<Fact> matched, Proven proven) {
    var call = asking.call();
    written(
        asking,
        matched,
        Optional.of(proven.patient()),
        proven.depth().name().toLowerCase(Locale.ROOT));
    store.prove(call, proven);
    audit.done(
        Act.onPatient(call.organization(), "proven", proven.patient())
            .of("call", call.id().value()));
    return new Answer.Match(proven.patient(), proven.depth());
  }

  private Answer noMatch(Asking asking, List<Fact> matched) {
    written(asking, matched, Optional.empty(), GateTry.NO_MATCH);
    return new Answer.NoMatch(FAILURES_MAX - Asking.failures(asking.before()) - 1);
  }

  private void written(
      Asking asking, List<Fact> matched, Optional<PatientId> patient, String outcome) {
    var call = asking.call();
    store.add(
        new GateTry(
            call.organization(),
            call.id(),
            asking.before().size() + 1,
            asking.said().caller(),
            asking.asked(),
            matched,
            outcome,
            patient,
            me(),
            clock.instant()));
    live.changed(Calls.topic(call.organization()));
  }

  private Call mine(OrganizationId organization, CallId id) {
    var call = calls.alone(organization, id);
    if (!call.isOf(me()) || !call.asks()) {
      throw Refused.conflict("call.not_yours");
    }
    return call;
  }

  private static void requireNames(Said said) {
    if (said.name().isBlank()) {
      throw Refused.invalid("caller.name").onField("name");
    }
    if (said.caller() == CallerKind.FOR_HER && said.speaker().isBlank()) {
      throw Refused.invalid("caller.speaker").onField("speaker");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
