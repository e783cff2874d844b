package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Colleagues;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.ReasonRules;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import health.malasakit.ui.TypedMoment;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
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

  private final WrapUps wrapUps;
  private final DoneInCall done;
  private final Promises promises;
  private final RecordGate records;
  private final Audit audit;
  private final Colleagues colleagues;
  private final Clock clock;
  private final Names names;

  WrapUpPages(
      WrapUps wrapUps,
      DoneInCall done,
      Promises promises,
      RecordGate records,
      Audit audit,
      Colleagues colleagues,
      Names names,
      Clock clock) {
    this.wrapUps = wrapUps;
    this.done = done;
    this.promises = promises;
    this.records = records;
    this.audit = audit;
    this.colleagues = colleagues;
    this.clock = clock;
    this.names = names;
  }

  /** Who is who, and which calls are hers. */
  @Component
  record Names(
      Accounts accounts,
      Patients patients,
      CallerChecks checks,
      Calls calls,
      ReasonRules reasons) {}

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
    return new WrapUpPage(
        clinic.slug(),
        wrapUps.of(call).map(one -> written(call, clinic, one)).orElse(WrapUpPage.Written.NOTHING),
        typed.equals(WrapUpForm.EMPTY)
            ? WrapUpForm.filled(last.reason(), last.outcome(), proposed(clinic))
            : typed,
        last.readBack(),
        closed
            ? List.of()
            : about(call, names.checks().of(call).proven().stream().map(Proven::patient).toList()),
        last.about().map(PatientId::toString).orElse(""),
        next(call),
        reasons(call, last.reason()),
        choices(WrapUpWords.OUTCOMES),
        keepers(call));
  }

  /** The end of the clinic's work on the next day on which there is time for it. */
  private TypedMoment proposed(Clinic clinic) {
    return TypedMoment.of(
        clinic.workEnds(clock.instant(), TIME_FOR_IT), clinic.zone().orElse(ZoneOffset.UTC));
  }

  private WrapUpPage.Written written(Call call, Clinic clinic, WrapUps.Written one) {
    return isOpen(call)
        ? shown(clinic, one)
        : WrapUpPage.Written.hidden(
            names.accounts().nameOf(one.by()), Moments.at(one.at(), Scopes.current().zone()));
  }

  /**
   * What was written about somebody is a part of her record; who looks at it is written down. What
   * was written about nobody on file may be about anybody while a caller is on the line.
   */
  private boolean isOpen(Call call) {
    var about = wrapUps.about(call).map(WrapUps.About::patient);
    if (about.isEmpty()) {
      return !records.duringCall();
    }
    var open = records.closed(call.organization(), List.of(about.get()), Depth.RECORD).isEmpty();
    if (open) {
      audit.opened(call.organization(), about.get());
    }
    return open;
  }

  private WrapUpPage.Written shown(Clinic clinic, WrapUps.Written one) {
    return new WrapUpPage.Written(
        WrapUpWords.REASONS.getOrDefault(one.words().reason(), ""),
        WrapUpWords.OUTCOMES.getOrDefault(one.words().outcome(), ""),
        one.words().note(),
        one.promise()
            .flatMap(id -> promises.find(clinic.id(), id))
            .map(promise -> promised(clinic, promise))
            .orElse(WrapUpPage.Promised.NOTHING),
        names.accounts().nameOf(one.by()),
        Moments.at(one.at(), Scopes.current().zone()),
        false);
  }

  private WrapUpPage.Promised promised(Clinic clinic, Promise promise) {
    return new WrapUpPage.Promised(
        promise.words(),
        Moments.at(promise.dueAt(), promise.zone()),
        names.accounts().nameOf(promise.owner()),
        "/promises/" + clinic.slug() + "/" + promise.id());
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
