package health.malasakit.messaging.ledger;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.Restores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is told of visits: planned here, sent by {@link LedgerRun}. */
@Component
public class Ledger {

  /** Why a line is refused that may have gone before the database came out of a backup. */
  public static final String RESTORED = "restored";

  /** Why a line is a person's: she was told of a visit that is another patient's. */
  public static final String NOT_HERS = Replan.NOT_HERS;

  private final EntryStore store;
  private final EntryEndStore ends;
  private final EntryReadStore lines;
  private final Recipients recipients;
  private final Restores restores;
  private final Audit audit;
  private final Clock clock;

  Ledger(
      EntryStore store,
      EntryEndStore ends,
      EntryReadStore lines,
      Recipients recipients,
      Restores restores,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.ends = ends;
    this.lines = lines;
    this.recipients = recipients;
    this.restores = restores;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A visit of which something is told.
   *
   * @param version at which it was booked, moved or cancelled last
   * @param stands whether it is to come
   */
  public record About(
      OrganizationId organization, PatientId patient, UUID visit, int version, boolean stands) {

    @Override
    public String toString() {
      return "About[" + visit + "]";
    }
  }

  /**
   * Stops what is unsent of earlier versions, of another patient, and of what stands no more, and
   * plans these steps, of which those that are past are not made. Asked again it changes nothing.
   *
   * @param tells reminders that the clinic gives of this visit, also past ones: others are stopped
   */
  @Transactional
  public void replan(About about, List<Planned> wanted, Set<Step> tells) {
    var known = store.ofVisitAlone(about.organization(), about.visit());
    var gone =
        known.stream().allMatch(line -> line.attempts() == 0)
            ? Set.<EntryId>of()
            : lines.gone(about.organization(), about.visit());
    var now = clock.instant();
    var plan = new Replan(known, gone, about.patient(), about.version(), about.stands(), now);
    var changes = plan.decide(wanted, tells);
    boolean adds = changes.stream().anyMatch(Replan.Change.Add.class::isInstance);
    var channel = adds ? first(about) : Channel.TEXT;
    for (var change : changes) {
      switch (change) {
        case Replan.Change.Stop(Entry line, String why) -> stop(line, why);
        case Replan.Change.Add(Planned step) ->
            store.add(Entry.planned(about, step, channel, clock.instant()));
        case Replan.Change.Retime(Entry line, Planned step) ->
            store.retime(line, new EntryStore.Change("planned", "", step.dueAt(), clock.instant()));
        case Replan.Change.NotHers(Entry told) -> notHers(about, told);
        case Replan.Change.HersAgain(Entry line) ->
            store.back(
                line,
                new EntryStore.Change(
                    "cancelled", Replan.HERS_AGAIN, line.dueAt(), clock.instant()));
      }
    }
  }

  /**
   * What was planned at once of an act that was before a restore may have gone where the backup was
   * taken: a person looks at it.
   */
  @Transactional
  public void doubtOld(About about, Instant acted) {
    if (!restores.mayHaveTold(acted)) {
      return;
    }
    var now = clock.instant();
    lines.ofVisit(about.organization(), about.visit()).stream()
        .filter(line -> line.version() == about.version() && line.step().confirms())
        .filter(line -> line.state() == EntryState.PLANNED)
        .forEach(line ->
            store.change(line, new EntryStore.Change("refused", RESTORED, line.dueAt(), now)));
  }

  /**
   * Of a version after the one that told her: each who was told, each time, has a line of her own.
   */
  private void notHers(About about, Entry told) {
    boolean added = false;
    for (int version = told.version() + 1; !added && version <= about.version(); version++) {
      added = notHers(about, told, version);
    }
  }

  private boolean notHers(About about, Entry told, int version) {
    var now = clock.instant();
    var her = new About(about.organization(), told.patient(), told.visit(), version, false);
    var step = new Planned(Step.CANCELLED, now, told.uselessAt(), Entry.Urgency.USUAL);
    var line = Entry.planned(her, step, told.channel(), now);
    return store.add(line)
        && store.change(line, new EntryStore.Change("refused", NOT_HERS, now, now));
  }

  /** Her first channel now; which one it is in the end is asked when it goes. */
  private Channel first(About about) {
    return Optional.ofNullable(
            recipients.of(about.organization(), List.of(about.patient())).get(about.patient()))
        .flatMap(her -> her.reaches().stream().findFirst())
        .map(Recipient.Reach::channel)
        .orElse(Channel.TEXT);
  }

  /** Stops a line that is unsent; of any other nothing changes. */
  boolean stop(Entry one, String why) {
    var now = clock.instant();
    return store.change(one, new EntryStore.Change("cancelled", why, one.dueAt(), now));
  }

  /** The lines about a visit, in the order in which they were planned. */
  @Transactional(readOnly = true)
  public List<Entry> ofVisit(OrganizationId organization, UUID visit) {
    return lines.ofVisit(organization, visit);
  }

  /** The newest 200 lines of a patient, the latest due first. */
  @Transactional(readOnly = true)
  public List<Entry> ofPatient(OrganizationId organization, PatientId patient) {
    return lines.ofPatient(organization, patient);
  }

  /**
   * The lines that the last text to this number carried, but for what was answered by itself; none
   * when it was about anything but visits, is not known to have gone out, or is of before a
   * restore.
   */
  @Transactional(readOnly = true)
  public List<Entry> lastTo(OrganizationId organization, Phone number) {
    return number.e164().map(to -> lines.lastTo(organization, to)).orElse(List.of());
  }

  /**
   * A person sends it again, by the channel that is right now. Of one that is in doubt the patient
   * may get two: the page says so before.
   *
   * @throws Refused not found, code {@code message.unknown}; conflict, code {@code message.again},
   *     for one that nothing is wrong with, that is too late, or that somebody saw to already
   */
  @Transactional
  public void again(EntryId id) {
    var one = get(id);
    var now = clock.instant();
    var next = new EntryStore.Change("planned", "", now, now);
    if (!one.mayGoAgain() || !now.isBefore(one.uselessAt()) || !store.back(one, next)) {
      throw Refused.conflict("message.again");
    }
    audit.done(
        Act.onPatient(one.organization(), "sent-again", one.patient()).of("message", id.value()));
  }

  /**
   * A person saw to it that she knows, or that it need not be known; with it to the earlier steps
   * of that visit that were not told for the same reason. One that breaks each time it is tried is
   * not tried any more.
   *
   * @param how {@code told}, {@code letter} or {@code not_needed}
   * @throws Refused not found, code {@code message.unknown}; conflict, codes {@code
   *     message.settled} and, of one that needs nobody any more, {@code message.went}
   */
  @Transactional
  public void settle(EntryId id, String how) {
    var one = get(id);
    var now = clock.instant();
    if (one.settled().isPresent()) {
      throw Refused.conflict("message.settled");
    }
    boolean over = one.open() || (one.isHeld(Sending.BROKEN) && stop(one, how));
    if (!over) {
      throw Refused.conflict("message.went");
    }
    if (!ends.settle(one, how, now)) {
      boolean settled = get(id).settled().isPresent();
      throw Refused.conflict(settled ? "message.settled" : "message.went");
    }
    lines.ofVisit(one.organization(), one.visit()).stream()
        .filter(other -> sameCall(one, other))
        .forEach(other -> ends.settle(other, how, now));
    audit.done(
        Act.onPatient(one.organization(), "settled", one.patient()).of("message", id.value()));
  }

  private static boolean sameCall(Entry one, Entry other) {
    return other.open()
        && one.state() == EntryState.REFUSED
        && other.state() == EntryState.REFUSED
        && other.reason().equals(one.reason())
        && other.version() == one.version()
        && other.patient().equals(one.patient())
        && !other.id().equals(one.id());
  }

  /**
   * One line.
   *
   * @throws Refused not found, code {@code message.unknown}
   */
  @Transactional(readOnly = true)
  public Entry get(EntryId id) {
    return lines
        .find(Scopes.current().organizations(), id)
        .orElseThrow(() -> Refused.notFound("message.unknown"));
  }
}
