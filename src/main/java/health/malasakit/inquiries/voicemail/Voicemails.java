package health.malasakit.inquiries.voicemail;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.MissedCalls;
import health.malasakit.inquiries.voicemail.Voicemail.Became;
import health.malasakit.inquiries.voicemail.Voicemail.Mark;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The voicemails of the clinics in scope. */
@Component
public class Voicemails {

  private final VoicemailStore store;
  private final MissedCalls missed;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  Voicemails(VoicemailStore store, MissedCalls missed, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.missed = missed;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** Those of which nothing became yet, the oldest first; 200 at most. */
  @Transactional(readOnly = true)
  public List<Voicemail> open() {
    return store.open(Scopes.current().organizations());
  }

  /** Of how many nothing became yet. */
  @Transactional(readOnly = true)
  public int countOpen() {
    return store.countOpen(Scopes.current().organizations());
  }

  /** What was left in a call, in order, whatever became of it; 50 at most. */
  @Transactional(readOnly = true)
  public List<Voicemail> of(OrganizationId organization, CallId call) {
    return store.of(organization, call);
  }

  /**
   * One voicemail.
   *
   * @throws Refused not found, code {@code voicemail.unknown}
   */
  @Transactional(readOnly = true)
  public Voicemail get(OrganizationId organization, VoicemailId id) {
    return store.find(organization, id).orElseThrow(Voicemails::unknown);
  }

  /**
   * Whence a voicemail is.
   *
   * @param call that ended in it; empty when nobody knows the call
   */
  public record Left(Optional<CallId> call, Optional<Phone> number, Instant at) {

    @Override
    public String toString() {
      return "Left[" + call + "]";
    }
  }

  /** Kept, the same sound of the same call once; by hand it is written down. */
  @Transactional
  public VoicemailId add(OrganizationId organization, Left left, Recording recording) {
    var one =
        new Voicemail(
            organization,
            VoicemailId.next(),
            left.call(),
            left.number(),
            left.at(),
            recording.length(),
            Scopes.current().account(),
            Optional.empty(),
            Optional.empty());
    if (!store.add(one, recording)) {
      return store.same(organization, left.call().orElseThrow(), recording).orElseThrow().id();
    }
    if (one.addedBy().isPresent()) {
      audit.done(act(one, "added"));
    }
    live.changed(Calls.topic(organization));
    return one.id();
  }

  /** Somebody plays it: written down each time the sound is fetched. */
  @Transactional
  public Recording hear(OrganizationId organization, VoicemailId id) {
    var one = store.alone(organization, id).orElseThrow(Voicemails::unknown);
    audit.done(act(one, "heard"));
    var heard = one.hear(mark());
    if (!heard.equals(one)) {
      store.heard(heard);
      live.changed(Calls.topic(organization));
    }
    return store.recording(one);
  }

  /**
   * It became something; with the last of a missed call the call is dealt with.
   *
   * @throws Refused conflict, code {@code voicemail.settled}
   */
  @Transactional
  public Voicemail settle(OrganizationId organization, VoicemailId id, Became became) {
    var call = get(organization, id).call();
    // Whoever takes the call takes it before what was left in it: so nobody waits for the other.
    call.ifPresent(one -> missed.alone(organization, one));
    var settled = settled(store.alone(organization, id).orElseThrow(Voicemails::unknown), became);
    call.filter(one -> left(organization, one).isEmpty())
        .ifPresent(one -> missed.dealtWith(organization, one));
    return settled;
  }

  /** Somebody has dealt with the missed call: what was left in it became this. */
  @Transactional
  void settleAll(OrganizationId organization, CallId call, Became became) {
    left(organization, call).forEach(one -> settled(one, became));
  }

  private List<Voicemail> left(OrganizationId organization, CallId call) {
    return store.aloneOf(organization, call).stream()
        .filter(one -> one.settled().isEmpty())
        .toList();
  }

  private Voicemail settled(Voicemail one, Became became) {
    var settled = one.settle(became, mark());
    store.settled(settled);
    audit.done(act(one, "closed").with(became.code()));
    live.changed(Calls.topic(one.organization()));
    return settled;
  }

  private static Act act(Voicemail one, String what) {
    return Act.on(one.organization(), what, "voicemail", one.id().value());
  }

  private Mark mark() {
    return new Mark(Scopes.current().account().orElseThrow(), clock.instant());
  }

  private static Refused unknown() {
    return Refused.notFound("voicemail.unknown");
  }
}
