package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was written up of a call, as far as it may be read now. */
@Component
class WrittenUp {

  /** So long her own words stay before her while the next caller waits. */
  private static final Duration JUST_WRITTEN = Duration.ofMinutes(10);

  private final WrapUps wrapUps;
  private final Promises promises;
  private final RecordGate records;
  private final OpenCallStore open;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  WrittenUp(
      WrapUps wrapUps,
      Promises promises,
      RecordGate records,
      OpenCallStore open,
      Accounts accounts,
      Audit audit,
      Clock clock) {
    this.wrapUps = wrapUps;
    this.promises = promises;
    this.records = records;
    this.open = open;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  WrapUpPage.Written of(Call call, Clinic clinic) {
    return wrapUps
        .of(call)
        .map(one -> written(call, clinic, about(call), one))
        .orElse(WrapUpPage.Written.NOTHING);
  }

  /** What was noted and promised by who had it before. */
  List<WrapUpPage.Written> parts(Call call, Clinic clinic) {
    return wrapUps.parts(call).stream()
        .map(one -> written(call, clinic, one.patient(), one.written()))
        .toList();
  }

  /** Whether it was hers, somebody else has it now, and she has not noted her part yet. */
  boolean wentOn(Call call) {
    var me = Scopes.current().account().orElseThrow();
    return wrapUps.had(call)
        && wrapUps.parts(call).stream().noneMatch(one -> one.written().by().equals(me));
  }

  private Optional<PatientId> about(Call call) {
    return wrapUps.about(call).map(WrapUps.About::patient);
  }

  private WrapUpPage.Written written(
      Call call, Clinic clinic, Optional<PatientId> about, WrapUps.Written one) {
    return isOpen(call, about, one)
        ? shown(clinic, one)
        : WrapUpPage.Written.hidden(
            accounts.nameOf(one.by()), Moments.at(one.at(), Scopes.current().zone()));
  }

  /**
   * What was written about somebody is a part of her record; who looks at it is written down. What
   * was written about nobody on file may be about anybody while a caller is on the line, but of the
   * call that she has herself.
   */
  private boolean isOpen(Call call, Optional<PatientId> about, WrapUps.Written one) {
    if (about.isEmpty()) {
      return isJustWritten(one) || isHers(call) || !records.duringCall();
    }
    var closed = closed(call, about.get(), isJustWritten(one));
    if (closed.isEmpty()) {
      audit.opened(call.organization(), about.get());
    }
    return closed.isEmpty();
  }

  private static boolean isHers(Call call) {
    return call.state().live() && call.isOf(Scopes.current().account().orElseThrow());
  }

  private Collection<PatientId> closed(Call call, PatientId about, boolean justWritten) {
    var one = List.of(about);
    return justWritten
        ? records.restricted(call.organization(), one)
        : records.closed(call.organization(), one, Depth.RECORD);
  }

  /** Her own words of a moment ago, and nobody hears her: whoever is left on the line waits. */
  private boolean isJustWritten(WrapUps.Written one) {
    var me = Scopes.current().account().orElseThrow();
    return one.by().equals(me)
        && one.at().plus(JUST_WRITTEN).isAfter(clock.instant())
        && OpenCall.spoken(open.of(List.of(me))).isEmpty();
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
        accounts.nameOf(one.by()),
        Moments.at(one.at(), Scopes.current().zone()),
        false);
  }

  private WrapUpPage.Promised promised(Clinic clinic, Promise promise) {
    return new WrapUpPage.Promised(
        promise.words(),
        Moments.at(promise.dueAt(), promise.zone()),
        accounts.nameOf(promise.owner()),
        "/promises/" + clinic.slug() + "/" + promise.id());
  }
}
