package health.malasakit.inquiries.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.ReasonRules;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import health.malasakit.ui.TypedMoment;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings together how a call is written up. */
@Component
class WrapUpPages {

  /** With less than this left today, something is promised for the next day of work. */
  private static final Duration TIME_FOR_IT = Duration.ofHours(2);

  private final WrittenUp written;
  private final DoneInCall done;
  private final RecordGate records;
  private final Colleagues colleagues;
  private final Clock clock;
  private final Names names;

  WrapUpPages(
      WrittenUp written,
      DoneInCall done,
      RecordGate records,
      Colleagues colleagues,
      Names names,
      Clock clock) {
    this.written = written;
    this.done = done;
    this.records = records;
    this.colleagues = colleagues;
    this.clock = clock;
    this.names = names;
  }

  /** Who is who, and which calls are hers. */
  @Component
  record Names(Patients patients, CallerChecks checks, Calls calls, ReasonRules reasons) {}

  /** For whom the caller was proven, by name, as far as their records are open. */
  private List<Choice> about(Call call, List<PatientId> proven) {
    var closed = records.closed(call.organization(), proven);
    var open = proven.stream().filter(one -> !closed.contains(one)).toList();
    if (open.size() < 2) {
      return List.of();
    }
    var cards = names.patients().cards(open);
    return open.stream()
        .flatMap(one -> Optional.ofNullable(cards.get(one)).stream())
        .map(card -> Choice.of(card.id().toString(), card.name()))
        .toList();
  }

  /** A caller of hers who waits comes before the list. */
  private WrapUpPage.Next next(Call call) {
    return names.calls().mine().stream()
        .filter(one -> !one.id().equals(call.id()) && one.state().live())
        .findFirst()
        .map(one -> new WrapUpPage.Next(CallLines.href(one), true))
        .orElse(new WrapUpPage.Next("/calls", false));
  }

  /** What she typed is kept; when that is nothing, it is filled from what was done. */
  WrapUpPage page(Call call, Clinic clinic, WrapUpForm typed) {
    var closed = call.closed().isPresent();
    var last = closed ? DoneInCall.Done.NOTHING : done.of(call);
    var shown = written.of(call, clinic);
    return new WrapUpPage(
        clinic.slug(),
        shown,
        typed.equals(WrapUpForm.EMPTY)
            ? WrapUpForm.filled(last.reason(), last.outcome(), last.note(), proposed(clinic))
            : typed,
        last.readBack(),
        closed
            ? List.of()
            : about(call, names.checks().of(call).proven().stream().map(Proven::patient).toList()),
        last.about().map(PatientId::toString).orElse(""),
        next(call),
        reasons(call, last.reason()),
        choices(WrapUpWords.OUTCOMES),
        keepers(call),
        written.copies(call, clinic, shown),
        written.kept(call, typed),
        written.parts(call, clinic),
        written.wentOn(call));
  }

  /** The end of the clinic's work on the next day on which there is time for it. */
  private TypedMoment proposed(Clinic clinic) {
    return TypedMoment.of(
        clinic.workEnds(clock.instant(), TIME_FOR_IT), clinic.zone().orElse(ZoneOffset.UTC));
  }

  private List<Choice> keepers(Call call) {
    var me = Scopes.current().account().orElseThrow();
    if (!Scopes.current().may(call.organization(), "promises", Verb.CREATE)) {
      return List.of();
    }
    return colleagues.of(call.organization()).entrySet().stream()
        .sorted((one, other) -> Boolean.compare(other.getKey().equals(me), one.getKey().equals(me)))
        .map(each -> Choice.of(each.getKey().toString(), each.getValue()))
        .toList();
  }

  /**
   * The clinic's own list; what follows from what was done is on it even when it offers that not.
   */
  private List<Choice> reasons(Call call, String filled) {
    var offered = names.reasons().of(call.organization()).stream();
    return Stream.concat(offered, Stream.of(filled).filter(code -> !code.isEmpty()))
        .distinct()
        .map(code -> Choice.of(code, WrapUpWords.REASONS.getOrDefault(code, "")))
        .toList();
  }

  private static List<Choice> choices(Map<String, String> words) {
    return words.entrySet().stream()
        .map(each -> Choice.of(each.getKey(), each.getValue()))
        .toList();
  }
}
