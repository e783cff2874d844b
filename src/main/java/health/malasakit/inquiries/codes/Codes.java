package health.malasakit.inquiries.codes;

import health.malasakit.access.KeyedMarks;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.ContactProofs;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.texts.SentText;
import health.malasakit.messaging.texts.TextState;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a code to a number on file and hears it back. It opens that by which she is reached, for
 * this call's patient alone. Ten minutes, few tries: NIST SP 800-63B 5.1.3.2 (codes sent out of
 * band; from general knowledge, verify); the numbers below are ours within it.
 */
@Component
public class Codes {

  /** So long a code counts. */
  static final int MINUTES = 10;

  private static final int TO_A_NUMBER_MAX = 5;
  private static final Duration TO_A_NUMBER_WITHIN = Duration.ofDays(1);
  private static final Duration APART = Duration.ofSeconds(30);
  private static final int BELOW = 1_000_000;
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CodeStore store;
  private final CodeOffers offers;
  private final Asked asked;
  private final Texts texts;
  private final KeyedMarks marks;
  private final Audit audit;
  private final Clock clock;

  Codes(
      CodeStore store,
      CodeOffers offers,
      Asked asked,
      Texts texts,
      KeyedMarks marks,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.offers = offers;
    this.asked = asked;
    this.texts = texts;
    this.marks = marks;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whom a code is about, and where it is heard. */
  @Component
  record Asked(
      Calls calls,
      CallerChecks checks,
      ContactProofs proofs,
      RecordGate records,
      Patients patients,
      Clinics clinics) {}

  /** A code whose text is written down and not handed over yet. */
  public record Prepared(Texts.Begun text, String body) {

    @Override
    public String toString() {
      return "Prepared[" + text.id() + "]";
    }
  }

  /**
   * Makes a code for a number of the patient of a call of hers. Nothing goes out until {@link
   * #send}, after this transaction.
   *
   * @param number mark of the number, as the offer has it
   * @throws Refused conflict, codes {@code call.not_yours}, {@code code.not_proven}, {@code
   *     code.just_sent} within thirty seconds, {@code code.number_often} after five to this number
   *     in a day, {@code code.cannot} with the reason; invalid, {@code code.number}, when none is
   *     chosen that is offered now
   */
  @Transactional
  public Prepared prepare(
      OrganizationId organization, CallId id, PatientId patient, String number) {
    var call = mine(organization, id);
    var her = proven(call, patient);
    var offer = offers.of(call, her);
    if (!offer.why().isEmpty()) {
      throw Refused.conflict(cannot(offer.why()));
    }
    var to =
        offer.numbers().stream()
            .filter(CodeNumber::offered)
            .filter(one -> marks.is(CodeOffers.place(call), one.phone().digits(), number))
            .findFirst()
            .orElseThrow(() -> Refused.invalid("code.number").onField("number"));
    return begun(call, her, to);
  }

  private static String cannot(String why) {
    return switch (why) {
      case "we_rang" -> "code.cannot/we_rang";
      case "not_connected" -> "code.cannot/not_connected";
      case "minor" -> "code.cannot/minor";
      case "no_sender" -> "code.cannot/no_sender";
      case "unnamed" -> "code.cannot/unnamed";
      case "many" -> "code.cannot/many";
      default -> "code.cannot/no_number";
    };
  }

  private Prepared begun(Call call, Patient her, CodeNumber to) {
    var now = clock.instant();
    var before = store.of(call.organization(), call.id());
    if (!before.isEmpty() && before.getLast().madeAt().plus(APART).isAfter(now)) {
      throw Refused.conflict("code.just_sent");
    }
    int n = before.size() + 1;
    var text = CodeNumbers.text(her, to.phone(), "code/" + call.id() + "/" + n);
    if (texts.begunFor(text, now.minus(TO_A_NUMBER_WITHIN)) >= TO_A_NUMBER_MAX) {
      throw Refused.conflict("code.number_often", TO_A_NUMBER_MAX);
    }
    var begun = texts.begin(text);
    var digits = "%06d".formatted(RANDOM.nextInt(BELOW));
    var code = Ids.next();
    store.add(
        new Code(
            call.organization(),
            code,
            call.id(),
            her.id(),
            me(),
            n,
            begun.id(),
            to.ending(),
            marks.of(Code.place(code), digits),
            now,
            now.plus(Duration.ofMinutes(MINUTES)),
            0,
            Code.State.OPEN));
    written("code-sent", call, her.id());
    var name = asked.clinics().get(call.organization()).profile().openName();
    return new Prepared(begun, CodeText.of(her, name, digits));
  }

  /** Hands it over; takes up to eight seconds, in no transaction. */
  public SentText send(Prepared prepared) {
    return texts.handOver(prepared.text(), prepared.body());
  }

  /**
   * The caller said a code.
   *
   * @throws Refused invalid, code {@code code.digits}, for what is no code: that is no try;
   *     conflict, {@code code.none} when none counts in this call for this patient, {@code
   *     code.ended} after its ten minutes
   */
  @Transactional
  public boolean check(OrganizationId organization, CallId id, PatientId patient, String said) {
    var call = mine(organization, id);
    proven(call, patient);
    var digits = said.replaceAll("[\\s-]", "");
    if (!SIX_DIGITS.matcher(digits).matches()) {
      throw Refused.invalid("code.digits").onField("code");
    }
    var code = counting(call, patient);
    if (code.ended(clock.instant())) {
      throw Refused.conflict("code.ended");
    }
    var right = marks.is(Code.place(code.id()), digits, code.mark());
    store.answered(code.answered(right));
    if (right) {
      asked.proofs().confirmed(call, patient);
    } else {
      written("code-failed", call, patient);
    }
    return right;
  }

  private Code counting(Call call, PatientId patient) {
    return store.of(call.organization(), call.id()).stream()
        .filter(one -> one.state() == Code.State.OPEN)
        .filter(one -> one.patient().equals(patient) && one.by().equals(me()))
        .filter(one ->
            texts
                .find(call.organization(), one.text())
                .filter(text -> text.state() != TextState.REFUSED)
                .isPresent())
        .findFirst()
        .orElseThrow(() -> Refused.conflict("code.none"));
  }

  /** The call, which nobody else changes until this transaction has ended. */
  private Call mine(OrganizationId organization, CallId id) {
    var call = asked.calls().alone(organization, id);
    if (!call.isOf(me()) || !call.state().live()) {
      throw Refused.conflict("call.not_yours");
    }
    return call;
  }

  /** Who speaks for herself, and whose record is open in this call. */
  private Patient proven(Call call, PatientId patient) {
    if (!CodeOffers.speaksForHerself(asked.checks().of(call), patient)) {
      throw Refused.conflict("code.not_proven");
    }
    asked.records().check(call.organization(), patient, Depth.RECORD);
    return asked.patients().find(call.organization(), patient).orElseThrow(Patients::notFound);
  }

  private void written(String what, Call call, PatientId patient) {
    audit.done(Act.onPatient(call.organization(), what, patient).of("call", call.id().value()));
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
