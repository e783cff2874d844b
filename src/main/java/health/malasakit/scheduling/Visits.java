package health.malasakit.scheduling;

import health.malasakit.access.records.CallerGate;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Site;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Lives;
import health.malasakit.scheduling.book.Stretch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits of the clinics in scope, and what becomes of them. */
@Component
public class Visits {

  private static final int REASON_LENGTH_MAX = 500;

  private final VisitStore store;
  private final Occupancy occupancy;
  private final Retaking retaking;
  private final Lives lives;
  private final RecordGate gate;
  private final VisitWriting writing;
  private final Audit audit;
  private final Clock clock;

  Visits(
      VisitStore store,
      Occupancy occupancy,
      Retaking retaking,
      Lives lives,
      RecordGate gate,
      VisitWriting writing,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.occupancy = occupancy;
    this.retaking = retaking;
    this.lives = lives;
    this.gate = gate;
    this.writing = writing;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One visit whose patient's record is open to whoever asks: the only way from an id to a visit.
   * Writes no audit but of a refusal.
   *
   * @throws Refused not found, code {@code visit.none}; denied, codes {@code restricted}, {@code
   *     visit.heard_by_others} for a confidential one
   */
  @Transactional(readOnly = true)
  public Visit get(VisitId id) {
    var visit = store.find(Scopes.current().organizations(), id).orElseThrow(Visits::none);
    gate.check(visit.organization(), visit.patient(), CallerGate.Depth.BOOKING);
    if (visit.confidential() && gate.heardByOthers(visit.organization(), visit.patient())) {
      throw Refused.denied("visit.heard_by_others");
    }
    return visit;
  }

  /**
   * As {@link #get} for a person who looks: written into the audit.
   *
   * @throws Refused as there
   */
  @Transactional
  public Visit open(VisitId id) {
    var visit = get(id);
    audit.opened(visit.organization(), visit.patient());
    return visit;
  }

  /** Hers, newest first, past and coming, imported ones too; at most 500. */
  @Transactional(readOnly = true)
  public List<Visit> of(OrganizationId organization, PatientId patient) {
    return store.ofPatient(organization, patient);
  }

  /** Booked with us, whatever became of them, on a date of the site's own calendar. */
  @Transactional(readOnly = true)
  public List<Visit> on(Site site, LocalDate date) {
    var zone = site.zone().orElseThrow();
    var day =
        new Stretch(
            date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    return store.atSite(site.organization(), site.id(), day);
  }

  /** What happened to it, newest first. */
  @Transactional(readOnly = true)
  public List<VisitChange> history(Visit visit) {
    return store.history(visit);
  }

  /** What somebody did with a visit of a patient. */
  public record Changed(VisitId visit, PatientId patient, VisitChange change) {}

  /** What somebody did with visits of these patients since then, newest first; 200 at most. */
  @Transactional(readOnly = true)
  public List<Changed> changedSince(
      OrganizationId organization, Collection<PatientId> patients, AccountId by, Instant since) {
    return store.changedSince(organization, patients, by, since);
  }

  /** The patient is here. */
  @Transactional
  public Visit arrive(VisitId id, int seen) {
    var visit = get(id).requireVersion(seen);
    return mark(visit.arrive(clock.instant()), "");
  }

  /** It took place. */
  @Transactional
  public Visit finish(VisitId id, int seen) {
    var visit = get(id).requireVersion(seen);
    return mark(visit.finish(clock.instant()), "");
  }

  /** The patient did not come; the time is free for somebody else. */
  @Transactional
  public Visit miss(VisitId id, int seen) {
    var visit = get(id).requireVersion(seen);
    return mark(visit.miss(clock.instant()), "");
  }

  /**
   * It will not take place; the time is free at once.
   *
   * @throws Refused invalid, code {@code reason.needed}, without a reason
   */
  @Transactional
  public Visit cancel(VisitId id, int seen, CancelledBy by, String reason) {
    var visit = get(id).requireVersion(seen);
    gate.checkBooking(visit.organization(), visit.patient());
    var why = why(reason);
    return mark(visit.cancel(by, why, clock.instant()), why);
  }

  /**
   * The last mark was a mistake. A cancelled or missed visit needs its time back, which may be
   * taken.
   *
   * @throws Refused invalid, code {@code reason.needed}; conflict, code {@code time.taken}
   */
  @Transactional
  public Visit takeBack(VisitId id, int seen, String reason) {
    var visit = get(id).requireVersion(seen);
    var back = visit.takeBack();
    if (!visit.status().takesTime()) {
      gate.checkBooking(visit.organization(), visit.patient());
      retaking.takeAgain(visit);
    }
    boolean died = lives.diedByNow(back.organization(), back.patient());
    writing.takeBack(visit, back, died, why(reason));
    return back;
  }

  private Visit mark(Visit marked, String reason) {
    if (!marked.status().takesTime()) {
      occupancy.release(marked.organization(), marked.id().value());
    }
    writing.mark(marked, reason);
    return marked;
  }

  static String why(String reason) {
    var why = reason.strip();
    if (why.isEmpty() || why.length() > REASON_LENGTH_MAX) {
      throw Refused.invalid("reason.needed").onField("reason");
    }
    return why;
  }

  static Refused none() {
    return Refused.notFound("visit.none");
  }

  static Refused changedMeanwhile() {
    return Refused.conflict("visit.changed_meanwhile");
  }
}
