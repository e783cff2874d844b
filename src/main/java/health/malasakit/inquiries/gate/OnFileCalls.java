package health.malasakit.inquiries.gate;

import health.malasakit.deadlines.BusinessDays;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.Matter;
import health.malasakit.inquiries.outbound.NewCallBack;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patient;
import health.malasakit.patients.speaking.ClinicDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A caller who is not compared any more is called back at the number on file, where she is proven
 * anew. Whether anybody of that name is on file is told to nobody in the call.
 */
@Component
public class OnFileCalls {

  private final Calls calls;
  private final CallerChecks checks;
  private final GateClosings closings;
  private final Guesses guesses;
  private final Fitting fitting;
  private final CallBacks callBacks;
  private final ClinicDays days;
  private final Clock clock;

  OnFileCalls(
      Calls calls,
      CallerChecks checks,
      GateClosings closings,
      Guesses guesses,
      Fitting fitting,
      CallBacks callBacks,
      ClinicDays days,
      Clock clock) {
    this.calls = calls;
    this.checks = checks;
    this.closings = closings;
    this.guesses = guesses;
    this.fitting = fitting;
    this.callBacks = callBacks;
    this.days = days;
    this.clock = clock;
  }

  /**
   * Whoever is meant, if anybody is, is to be called by the end of the clinic's next working day.
   *
   * @param name as the caller says it; not asked of whom she was proven for
   * @throws Refused conflict, codes {@code call.not_yours}, {@code caller.on_file} while the caller
   *     can be asked; those of a birth date
   */
  @Transactional
  public void ask(OrganizationId organization, CallId id, String name, String birthDate) {
    var call = calls.alone(organization, id);
    if (!call.isOf(Scopes.current().account().orElseThrow()) || !call.asks()) {
      throw Refused.conflict("call.not_yours");
    }
    var gate = checks.of(call);
    var shut = closings.shut(call, gate).map(GateClosings.Shut::about);
    var asking = asking(call, name, birthDate);
    if (shut.isEmpty() && !guesses.closed(asking)) {
      throw Refused.conflict("caller.on_file");
    }
    var meant =
        shut.equals(Optional.of("patient"))
            ? gate.proven().stream().map(Proven::patient).findFirst()
            : said(asking);
    meant.ifPresent(one -> callBacks.ask(toCall(call, one)));
  }

  private static Asking asking(Call call, String name, String birthDate) {
    var words = new Said(CallerKind.PATIENT, Optional.empty(), name, birthDate, "", "", "");
    return new Asking(call, List.of(), words, Optional.empty());
  }

  private Optional<PatientId> said(Asking asking) {
    if (asking.said().name().isBlank()) {
      throw Refused.invalid("caller.name").onField("name");
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var some = fitting.named(asking, today);
    return some.size() == 1
        ? some.stream().filter(one -> !one.deceased().saidSo()).map(Patient::id).findFirst()
        : Optional.empty();
  }

  private NewCallBack toCall(Call call, PatientId patient) {
    return new NewCallBack(
        call.organization(),
        patient,
        new Matter(Matter.About.OTHER, Sentences.of("inquiries.guesses.matter"), false),
        new CallBack.Source(CallBack.Source.Kind.CALL, Optional.of(call.id().value())),
        Optional.empty(),
        until(call.organization()),
        Optional.empty());
  }

  private Instant until(OrganizationId clinic) {
    var day = BusinessDays.addBusinessDays(days.today(clinic), 1);
    return BusinessDays.endOfDay(day, days.zone(clinic));
  }
}
