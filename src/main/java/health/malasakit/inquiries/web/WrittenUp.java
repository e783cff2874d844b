package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.inquiries.WrapUp;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.copies.Copies;
import health.malasakit.inquiries.copies.Copy;
import health.malasakit.inquiries.copies.Sheet;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final Copies copies;
  private final Audit audit;
  private final Clock clock;

  WrittenUp(
      WrapUps wrapUps,
      Promises promises,
      RecordGate records,
      OpenCallStore open,
      Accounts accounts,
      Copies copies,
      Audit audit,
      Clock clock) {
    this.wrapUps = wrapUps;
    this.promises = promises;
    this.records = records;
    this.open = open;
    this.accounts = accounts;
    this.copies = copies;
    this.audit = audit;
    this.clock = clock;
  }

  WrapUpPage.Written of(Call call, Clinic clinic) {
    return wrapUps
        .of(call)
        .map(one -> written(call, clinic, about(call), one))
        .orElse(WrapUpPage.Written.NOTHING);
  }

  /** The same as it is copied: about each patient whose record may be read now, apart. */
  List<Copy> copies(Call call, Clinic clinic, WrapUpPage.Written shown) {
    return wrapUps.of(call).stream()
        .flatMap(one -> sheets(call, clinic, one, shown))
        .map(copies::of)
        .toList();
  }

  private Stream<Sheet> sheets(
      Call call, Clinic clinic, WrapUps.Written one, WrapUpPage.Written shown) {
    var about = about(call);
    var main =
        new Sheet(
            call, clinic, one, about, one.words(), said(shown.promised()), whole(call, about));
    var others =
        wrapUps.also(call).stream()
            .filter(also -> !about.equals(Optional.of(also.patient())))
            .filter(also -> opens(call, also.patient(), one))
            .map(also -> sheet(main, also));
    return Stream.concat(Stream.of(main).filter(it -> !shown.hidden()), others);
  }

  /** The words of the note and the promise are another's. */
  private Sheet sheet(Sheet main, WrapUps.Also also) {
    var words = new WrapUp(also.reason(), also.outcome(), "");
    var her = Optional.of(also.patient());
    return new Sheet(
        main.call(), main.clinic(), main.written(), her, words, "", whole(main.call(), her));
  }

  private boolean whole(Call call, Optional<PatientId> who) {
    return who.filter(one -> closed(call, one, false).isEmpty()).isPresent();
  }

  private static String said(WrapUpPage.Promised promised) {
    return promised.words().isEmpty()
        ? ""
        : Sentences.of(
            "inquiries.copy.promise", promised.words(), promised.until(), promised.keeper());
  }

  /**
   * What was typed for a call that was written up already, or of which she noted her part: in
   * another tab, or sent once more.
   */
  WrapUpPage.Kept kept(Call call, WrapUpForm typed) {
    return stands(call)
        .filter(one -> !typed.equals(WrapUpForm.EMPTY))
        .map(one -> new WrapUpPage.Kept(accounts.nameOf(one.by()), at(one), typed.lines()))
        .orElse(WrapUpPage.Kept.NOTHING);
  }

  private Optional<WrapUps.Written> stands(Call call) {
    var me = Scopes.current().account().orElseThrow();
    return call.isOf(me)
        ? wrapUps.of(call)
        : wrapUps.parts(call).stream()
            .map(WrapUps.Told::written)
            .filter(one -> one.by().equals(me))
            .findFirst();
  }

  private static String at(WrapUps.Written one) {
    return Moments.at(one.at(), Scopes.current().zone());
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
        : WrapUpPage.Written.hidden(accounts.nameOf(one.by()), at(one));
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
    return opens(call, about.get(), one);
  }

  private boolean opens(Call call, PatientId about, WrapUps.Written one) {
    var closed = closed(call, about, isJustWritten(one));
    if (closed.isEmpty()) {
      audit.opened(call.organization(), about);
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
        at(one),
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
