package health.malasakit.inquiries.codes;

import health.malasakit.access.KeyedMarks;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.AgeOfMajority;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a code can be sent in a call, to which numbers, and how the last one stands. */
@Component
public class CodeOffers {

  private static final int OF_A_CALL_MAX = 3;

  private final CodeStore store;
  private final CodeNumbers numbers;
  private final TextNumbers senders;
  private final Texts texts;
  private final Clinics clinics;
  private final Patients patients;
  private final KeyedMarks marks;
  private final Clock clock;

  CodeOffers(
      CodeStore store,
      CodeNumbers numbers,
      TextNumbers senders,
      Texts texts,
      Clinics clinics,
      Patients patients,
      KeyedMarks marks,
      Clock clock) {
    this.store = store;
    this.numbers = numbers;
    this.senders = senders;
    this.texts = texts;
    this.clinics = clinics;
    this.patients = patients;
    this.marks = marks;
    this.clock = clock;
  }

  /** For the page of a call: what can be done for whom its caller was proven. */
  @Transactional(readOnly = true)
  public CodeOffer of(Call call, Proven proven) {
    var hers = proven.herself() && proven.depth() == Depth.RECORD;
    var mine = Scopes.current().account().filter(call::isOf).isPresent() && call.state().live();
    return hers && mine
        ? patients
            .find(call.organization(), proven.patient())
            .map(her -> of(call, her))
            .orElse(CodeOffer.NONE)
        : CodeOffer.NONE;
  }

  CodeOffer of(Call call, Patient her) {
    var sent = store.of(call.organization(), call.id());
    var why = minor(call, her) ? "minor" : why(call, sent);
    var known = why.isEmpty() ? numbers.of(her, clock.instant()) : List.<CodeNumber>of();
    var none = why.isEmpty() && known.stream().noneMatch(CodeNumber::offered);
    return new CodeOffer(
        none ? "no_number" : why, known, Math.max(0, OF_A_CALL_MAX - sent.size()), last(her, sent));
  }

  /** How a minor is reached is changed by who speaks for her. */
  private boolean minor(Call call, Patient her) {
    var zone = clinics.get(call.organization()).zone().orElse(Scopes.current().zone());
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return her.facts().birthDate().filter(day -> AgeOfMajority.minorOn(day, today)).isPresent();
  }

  private String why(Call call, List<Code> sent) {
    if (call.line().direction() == Call.Direction.OUT) {
      return "we_rang";
    }
    if (!senders.isConnected()) {
      return "not_connected";
    }
    if (senders.of(call.organization()).isEmpty()) {
      return "no_sender";
    }
    if (clinics.get(call.organization()).profile().openName().isEmpty()) {
      return "unnamed";
    }
    return sent.size() >= OF_A_CALL_MAX ? "many" : "";
  }

  private Optional<CodeOffer.Last> last(Patient her, List<Code> sent) {
    return sent.stream()
        .filter(one -> one.patient().equals(her.id()))
        .reduce((one, later) -> later)
        .flatMap(code ->
            texts
                .find(her.organization(), code.text())
                .map(text ->
                    new CodeOffer.Last(
                        code.ending(),
                        text,
                        code.endsAt(),
                        code.tries(),
                        code.state() == Code.State.OPEN && !code.ended(clock.instant()))));
  }

  /** Stands for a number in a form of this call's page, where the number itself does not. */
  public String mark(Call call, CodeNumber number) {
    return marks.of(place(call), number.phone().digits());
  }

  static String place(Call call) {
    return "code-number/" + call.id();
  }

  /** Whether a patient speaks for herself in a call, and her record is open. */
  static boolean speaksForHerself(CallerChecks.Gate gate, PatientId patient) {
    return gate.proven().stream()
        .anyMatch(one ->
            one.patient().equals(patient) && one.herself() && one.depth().reaches(Depth.RECORD));
  }
}
