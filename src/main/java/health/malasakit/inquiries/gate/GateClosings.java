package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.live.Live;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What too many answers closed, and its opening by whoever leads. */
@Component
public class GateClosings {

  private static final int REASON_LENGTH_MAX = 300;

  private final GuessStore store;
  private final Guesses guesses;
  private final Patients patients;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  GateClosings(
      GuessStore store, Guesses guesses, Patients patients, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.guesses = guesses;
    this.patients = patients;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /**
   * What is not compared any more in a call.
   *
   * @param about code: number, call, patient: one thing more of whom she is proven for
   * @param until empty when it ends with the call
   */
  public record Shut(String about, Optional<Instant> until) {}

  /** Nothing, while whoever is on the line can be asked. */
  @Transactional(readOnly = true)
  public Optional<Shut> shut(Call call, CallerChecks.Gate gate) {
    return of(call)
        .map(one -> new Shut("number", Optional.of(one.until())))
        .or(() ->
            gate.closed()
                ? Optional.of(new Shut("call", Optional.empty()))
                : gate.proven().stream()
                    .findFirst()
                    .flatMap(one -> of(call, one))
                    .map(one -> new Shut("patient", Optional.of(one.until()))));
  }

  /** Whether the number of a call is closed. */
  private Optional<Closing> of(Call call) {
    return guesses.number(call).flatMap(one -> standing(call, List.of(one)));
  }

  /** Whether nothing more is compared of whom the caller was proven for, who may only book. */
  private Optional<Closing> of(Call call, Proven proven) {
    return proven.depth() == Depth.BOOKING
        ? patients
            .find(call.organization(), proven.patient())
            .flatMap(her -> standing(call, guesses.about(List.of(her))))
        : Optional.empty();
  }

  private Optional<Closing> standing(Call call, List<Guessed> some) {
    return store.standing(call.organization(), some, clock.instant()).stream().findFirst();
  }

  /** All that stand where she leads, the latest first. */
  @Transactional(readOnly = true)
  public List<Closing> standing() {
    return store.standing(led(), clock.instant());
  }

  /**
   * It is compared again from now on, and nine more answers may go wrong.
   *
   * @throws Refused invalid, code {@code gate_closing.reason}; not found, code {@code
   *     gate_closing.unknown}, when it is over or was opened already
   */
  @Transactional
  public void reopen(UUID id, String reason) {
    if (reason.isBlank() || reason.strip().length() > REASON_LENGTH_MAX) {
      throw Refused.invalid("gate_closing.reason", REASON_LENGTH_MAX).onField("reason");
    }
    var me = Scopes.current().account().orElseThrow();
    var reopened = new GuessStore.Reopened(me, clock.instant(), reason.strip());
    var clinic =
        store
            .reopen(led(), id, reopened)
            .orElseThrow(() -> Refused.notFound("gate_closing.unknown"));
    audit.done(Act.on(clinic, "guess-reopened", "gate_closing", id));
    live.changed(Calls.topic(clinic));
  }

  private static List<OrganizationId> led() {
    var scope = Scopes.current();
    return scope.organizations().stream()
        .filter(one -> scope.may(one, "calls", Verb.APPROVE))
        .toList();
  }
}
