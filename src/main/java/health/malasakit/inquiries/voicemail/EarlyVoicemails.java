package health.malasakit.inquiries.voicemail;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.Ring;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.inquiries.voicemail.EarlyVoicemailStore.Unrung;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was left in calls that have not rung here yet: joined to the call when it rings; after a
 * while without a ring the number that was dialled says whose it is; after a day it is given up.
 */
@Component
class EarlyVoicemails {

  /** So long a call may ring after its sound came. */
  static final Duration RINGS_WITHIN = Duration.ofMinutes(15);

  static final Duration KEPT = Duration.ofDays(1);

  /** So much of one telephone system may wait. */
  static final int MEGABYTES_MAX = 100;

  static final int SOUNDS_MAX = 1000;

  private static final long BYTES_MAX = MEGABYTES_MAX * 1024L * 1024L;

  private final EarlyVoicemailStore store;
  private final LostVoicemails lost;
  private final CallDoor door;
  private final TransactionTemplate transactions;
  private final Clock clock;

  EarlyVoicemails(
      EarlyVoicemailStore store,
      LostVoicemails lost,
      CallDoor door,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.lost = lost;
    this.door = door;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Keeps the sound until its call rings, in the transaction of whoever asks; the same sound of the
   * same call once.
   *
   * @throws Refused conflict, code {@code voicemail.full}, when too much of this system waits
   */
  VoicemailId keep(Call.Telephone call, VoicemailDoor.Sent sent, Optional<Phone> dialled) {
    store.worksFor(call.system());
    store.alone(call.system());
    return store.same(call, sent.recording()).orElseGet(() -> kept(call, sent, dialled));
  }

  private VoicemailId kept(Call.Telephone call, VoicemailDoor.Sent sent, Optional<Phone> dialled) {
    var waiting = store.waiting(call.system());
    if (waiting.bytes() + sent.recording().bytes().length > BYTES_MAX
        || waiting.sounds() >= SOUNDS_MAX) {
      throw Refused.conflict("voicemail.full", MEGABYTES_MAX, SOUNDS_MAX);
    }
    var one =
        new EarlyVoicemailStore.Early(VoicemailId.next(), call, sent, dialled, clock.instant());
    store.keep(one);
    return one.id();
  }

  /** In the transaction of the ring, which nobody passes who tells of the same call. */
  @EventListener
  void on(CallDoor.Rung rung) {
    store.worksFor(rung.telephone().system());
    store.join(rung);
    store.caller(rung);
  }

  /** Of every system, what waited long enough. */
  void look() {
    alone(store::systems).forEach(this::look);
  }

  void look(TelephoneId system) {
    unrung(system).forEach(one -> ring(system, one));
    var now = clock.instant();
    var old = of(system, () -> store.tooOld(system, now.minus(KEPT), now));
    if (!old.isEmpty()) {
      door.showing(system).clinics().forEach(clinic -> tell(clinic, old));
      of(
          system,
          () -> {
            store.giveUp(system, old);
            return true;
          });
    }
  }

  private List<Unrung> unrung(TelephoneId system) {
    return of(system, () -> store.unrung(system, clock.instant().minus(RINGS_WITHIN)));
  }

  /** A call of which nothing but its end was told; nobody's number any more, it waits on. */
  private void ring(TelephoneId system, Unrung one) {
    var ring = new Ring(one.outsideId(), one.number(), one.dialled(), "", "", one.cameAt());
    try {
      door.rang(door.showing(system), ring);
    } catch (Refused noClinic) {
      // The number was a clinic's when the sound came; in a day it is told to whom the system
      // rings.
      return;
    }
  }

  private void tell(OrganizationId clinic, List<LostVoicemails.Lost> old) {
    Scopes.run(Scope.job(clinic, "early-voicemail"), () -> lost.tell(clinic, old));
  }

  private <T> T of(TelephoneId system, Supplier<T> work) {
    return alone(() -> {
      store.worksFor(system);
      return work.get();
    });
  }

  private <T> T alone(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  /** When it is looked at. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring earlyVoicemailsJoined(EarlyVoicemails early) {
      return new Recurring("inquiries.early-voicemail", Duration.ofMinutes(1), early::look);
    }
  }
}
