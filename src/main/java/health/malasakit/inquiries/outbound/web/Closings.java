package health.malasakit.inquiries.outbound.web;

import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.messages.MessageId;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a call is made or given up: a promise is kept, or somebody asks for a letter.
 */
@Component
class Closings {

  private static final Duration TO_ASK = Duration.ofDays(1);

  private final CallBacks callBacks;
  private final Promises promises;
  private final Messages messages;
  private final Clinics clinics;
  private final Clock clock;

  Closings(
      CallBacks callBacks, Promises promises, Messages messages, Clinics clinics, Clock clock) {
    this.callBacks = callBacks;
    this.promises = promises;
    this.messages = messages;
    this.clinics = clinics;
    this.clock = clock;
  }

  /** Her whole record is open to who closes it. */
  @Transactional
  void close(CallBack about, CallBack.How how) {
    callBacks.close(about, how);
    switch (how) {
      case SPOKEN, RANG_BACK -> {
        keep(about);
        told(about);
      }
      case LETTER -> ask(about);
      case GIVEN_UP, NOT_NEEDED -> {}
    }
  }

  private void keep(CallBack about) {
    if (about.source().kind() == CallBack.Source.Kind.PROMISE
        && Scopes.current().may(about.organization(), "promises", Verb.UPDATE)) {
      about
          .source()
          .id()
          .map(PromiseId::new)
          .flatMap(id -> promises.find(about.organization(), id))
          .filter(one -> one.status() instanceof Promise.Status.Open)
          .ifPresent(one -> promises.keep(about.organization(), one.id()));
    }
  }

  /** What the clinic answered to her message is told by that. */
  private void told(CallBack about) {
    if (about.source().kind() == CallBack.Source.Kind.MESSAGE
        && Scopes.current().may(about.organization(), "messages", Verb.CREATE)) {
      about
          .source()
          .id()
          .map(MessageId::new)
          .ifPresent(id -> messages.told(about.organization(), id));
    }
  }

  /** That the clinic writes is asked by whoever closes it, within a day; a promise says so. */
  private void ask(CallBack about) {
    var zone = zone(about.organization());
    Instant due = clock.instant().plus(TO_ASK);
    AccountId me = Scopes.current().account().orElseThrow();
    promises.make(
        new NewPromise(
            about.organization(),
            Optional.of(about.patient()),
            Sentences.of("outbound.letter", about.matter().reason()),
            Promise.To.CLINIC,
            due,
            zone,
            me));
  }

  private ZoneId zone(OrganizationId clinic) {
    return Optional.ofNullable(clinics.zones().get(clinic)).orElse(Scopes.current().zone());
  }
}
