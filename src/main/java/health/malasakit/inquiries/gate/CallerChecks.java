package health.malasakit.inquiries.gate;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.gate.Tries.Outcome;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patient;
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
  private final Tries tries;
  private final Fitting fitting;
  private final Depths depths;
  private final Herself herself;
  private final Guesses guesses;
  private final Audit audit;
  private final Clock clock;

  CallerChecks(
      GateStore store,
      Tries tries,
      Fitting fitting,
      Depths depths,
      Herself herself,
      Guesses guesses,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.tries = tries;
    this.fitting = fitting;
    this.depths = depths;
    this.herself = herself;
    this.guesses = guesses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A caller said who she is.
   *
   * @throws Refused invalid, codes {@code caller.name}, {@code caller.speaker}, {@code
   *     caller.more}, {@code caller.child} and those of a birth date; conflict, code {@code
   *     caller.closed} after three answers that did not match, {@code caller.party} for an
   *     organization that is not proven, {@code call.not_yours}
   */
  @Transactional
  public Answer check(OrganizationId organization, CallId id, Said said) {
    var asking = tries.next(organization, id, said);
    return switch (said.caller()) {
      case NOBODY -> {
        tries.written(asking, Outcome.ofNobody(List.of(), GateTry.NOT_NEEDED));
        yield new Answer.NotNeeded();
      }
      case PATIENT, FOR_HER, OFFICE, PAYER -> {
        Tries.requireLeft(asking);
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
   * @param before for whom the caller was proven, the latest first, whether or not too many answers
   *     did not match since
   */
  public record Gate(Optional<CallerKind> caller, int left, List<Proven> before) {

    /** For whom the caller is proven, the latest first: for nobody once the gate is closed. */
    public List<Proven> proven() {
      return closed() ? List.of() : before;
    }

    /** Whether too many answers did not match. */
    public boolean closed() {
      return left <= 0;
    }
  }

  private Answer compared(Asking asking) {
    var again = fitting.again(asking);
    if (again.isEmpty()) {
      require(asking);
    }
    asking.further().ifPresent(fact -> fitting.requireAsked(asking, fact));
    if (guesses.closed(asking)) {
      return tries.tooMany(asking);
    }
    var meant = again.isPresent() ? List.of(again.get()) : fitting.named(asking, today());
    if (meant.isEmpty()) {
      return tries.noMatch(asking, List.of());
    }
    var further = asking.further();
    if (further.isPresent()) {
      return further(asking, further.get(), meant);
    }
    if (meant.size() > 1) {
      tries.written(asking, Outcome.ofNobody(Asking.NAMED, GateTry.SEVERAL));
      return new Answer.Several();
    }
    return spoken(asking, meant.getFirst());
  }

  /** Name and birth date are right; who rings where we have a number on file guesses nothing. */
  private Answer further(Asking asking, Fact fact, List<Patient> meant) {
    var call = asking.call();
    var guessed =
        guesses.about(meant.stream().filter(one -> !depths.rungOnFile(call, one)).toList());
    if (guesses.closed(call.organization(), guessed)) {
      return withoutFurther(asking, meant);
    }
    var closer = fitting.closer(asking, fact, meant);
    if (closer.isEmpty()) {
      guesses.wrong(call, guessed);
    }
    return closer.size() == 1
        ? spoken(asking, closer.getFirst())
        : tries.noMatch(asking, Asking.NAMED);
  }

  /** Nothing more is compared of her today: who may book with name and birth date alone, books. */
  private Answer withoutFurther(Asking asking, List<Patient> meant) {
    var her = meant.getFirst();
    if (meant.size() == 1 && depths.of(asking, her).isEmpty()) {
      return tries.noMatch(asking, Asking.NAMED);
    }
    var named = asking.withoutFurther();
    var books = meant.size() == 1 && !asking.onlyFurther() && !asking.said().caller().party();
    return books && depths.of(named, her).isPresent() ? spoken(named, her) : tries.tooMany(asking);
  }

  /** The facts are one person's; whoever else speaks also has to be on file, or proven. */
  private Answer spoken(Asking asking, Patient patient) {
    var matched = new ArrayList<>(asking.onlyFurther() ? List.<Fact>of() : Asking.NAMED);
    asking.further().ifPresent(matched::add);
    var proven = depths.of(asking, patient);
    if (proven.isEmpty()) {
      return tries.noMatch(asking, matched);
    }
    if (asking.said().caller() == CallerKind.FOR_HER) {
      matched.add(Fact.REPRESENTATIVE);
    }
    return match(asking, matched, proven.get());
  }

  private Answer match(Asking asking, List<Fact> matched, Proven proven) {
    var call = asking.call();
    var depth = proven.depth().name().toLowerCase(Locale.ROOT);
    tries.written(asking, new Outcome(matched, Optional.of(proven.patient()), depth));
    store.prove(call, proven);
    audit.done(
        Act.onPatient(call.organization(), "proven", proven.patient())
            .of("call", call.id().value()));
    return new Answer.Match(proven.patient(), proven.depth());
  }

  private void require(Asking asking) {
    var said = asking.said();
    if (said.caller().party() && asking.party().isEmpty()) {
      throw Refused.conflict("caller.party");
    }
    if (said.name().isBlank()) {
      throw Refused.invalid("caller.name").onField("name");
    }
    if (said.caller() == CallerKind.PATIENT) {
      herself.requireNoChild(asking.call().organization(), asking.born(today()));
    }
    if (said.caller() == CallerKind.FOR_HER && said.speaker().isBlank()) {
      throw Refused.invalid("caller.speaker").onField("speaker");
    }
    if (said.caller().party() && !said.further()) {
      throw Refused.invalid("caller.more").onField("value");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
